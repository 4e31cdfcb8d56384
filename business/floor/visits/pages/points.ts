import type { Sentence } from '../../../../platform/kinds/words.ts'
import { pointSigns as signs } from '../../editions/pages/PointAnswers.tsx'
import { v } from '../page-words.ts'
import type { Points } from '../shape.ts'

type Key = `${0 | 1 | 2}` | 'null'
/** How points are called and drawn. */
export const pointWords: Readonly<Record<Key, Sentence>> = {
  '2': v.right,
  '1': v.partly,
  '0': v.wrong,
  null: v.notThere,
}
export const pointSigns: Readonly<Record<Key, string>> = { ...signs, null: '–' }
export const keyOf = (points: Points): Key => String(points) as Key
