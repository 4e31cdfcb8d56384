import { words } from '../../../../platform/kinds/words.ts'

/** Titles of the pages: all of this area's words that the first load holds. */
export const titles = words({
  notices: ['通知', 'Notices'],
  write: ['发通知', 'Publish a notice'],
  progress: ['通知进度', 'Progress of a notice'],
})
