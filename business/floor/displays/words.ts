import { words } from '../../../platform/kinds/words.ts'
import { photoWords } from '../../../platform/photos/words.ts'
import { editionWords } from '../editions/words.ts'

export const stateWords = words({
  handedIn: ['待看', 'To be looked at'],
  confirmed: ['已确认', 'Confirmed'],
  sentBack: ['退回', 'Sent back'],
  none: ['本周没做', 'Not done this week'],
})

/** Refusals of the display manual and of checks by it, and what its sheet says. */
export const displayWords = words({
  ...editionWords,
  ...photoWords,
  notFound: ['没有找到', 'Not found'],
  noManual: ['还没有生效的陈列手册', 'No display manual is in force yet'],
  wordsMissing: ['写一句话', 'Say it in a few words'],
  titleMissing: ['手册要有名字', 'The manual needs a title'],
  pointsMissing: ['每页至少写一个要点', 'Each page needs at least one point'],
  pictureGone: ['有一页的图片不在了，请重新上传', 'The picture of a page is gone: please take it again'],
  pagesLeft: ['还有 {left} 页没对照', '{left} {left|page|pages} still to hold against the manual'],
  manualChanged: ['手册换了新版，请重新打开', 'The manual has a new edition: please open it again'],
  photoWanted: ['「{page}」要拍本店照片', '“{page}” needs a photo of the store'],
  photoTwice: ['两页用了同一张照片', 'Two pages have the same photo'],
  sayWrong: ['「{point}」哪里不一致，写一句', '“{point}”: say how it deviates'],
  mendedAlready: ['已经整改完', 'It is mended already'],
  ownCheck: ['自己交的要由上级看', 'Your own check is your superior’s to look at'],
  reviewedAlready: ['已经看过，请刷新', 'It was looked at already: please refresh'],
  changedMeanwhile: ['刚刚有人改过，请刷新再看', 'Somebody has changed it just now: please refresh'],
  seenInOrder: ['再次对照，已与手册一致', 'Held against the manual again: as it shows'],

  board: ['陈列对照', 'Displays'],
  store: ['店铺', 'Store'],
  day: ['日期', 'Day'],
  score: ['得分', 'Score'],
  state: ['状态', 'State'],
  open: ['待整改', 'To be mended'],
})
