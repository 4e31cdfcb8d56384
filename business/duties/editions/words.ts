import { words } from '../../../platform/kinds/words.ts'

/** Refusals of the job descriptions. */
export const editionWords = words({
  notFound: ['没有找到', 'Not found'],
  noSuchClause: ['没有这一条', 'There is no such clause'],
})
