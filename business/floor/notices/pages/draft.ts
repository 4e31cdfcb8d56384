import type { Day } from '../../../../platform/kinds/day.ts'
import type { PositionName } from '../../../organization/shape.ts'
import { isPassedOn } from '../rules.ts'
import type { NoticeKind } from '../shape.ts'

/** A notice being written; stays on the device until it is published, also through a dead network. */
export interface Draft {
  readonly id: string
  readonly kind: NoticeKind
  readonly title: string
  readonly titleEn: string
  readonly body: string
  readonly bodyEn: string
  readonly positions: readonly PositionName[]
  readonly where: 'all' | 'areas' | 'stores'
  readonly areas: readonly string[]
  readonly stores: readonly string[]
  readonly validFrom: Day
  readonly validTo: Day
  readonly minutes: number
  readonly relayBy: Day
  readonly despiteLoad: boolean
}
const key = 'jingwei.notice'

export function readDraft(): Draft | undefined {
  const text = localStorage.getItem(key)
  if (!text) return undefined
  try {
    const draft = JSON.parse(text) as Draft
    return typeof draft.id === 'string' && Array.isArray(draft.positions) ? draft : undefined
  } catch (fault) {
    // Not what this page writes: forgotten, so that it does not come again.
    if (!(fault instanceof SyntaxError)) throw fault
    localStorage.removeItem(key)
    return undefined
  }
}
export const keepDraft = (draft: Draft): void => localStorage.setItem(key, JSON.stringify(draft))
export const dropDraft = (): void => localStorage.removeItem(key)

export const audienceOf = ({ where, areas, stores }: Draft) => ({
  areas: where === 'areas' && areas.length > 0 ? [...areas] : null,
  stores: where === 'stores' && stores.length > 0 ? [...stores] : null,
})
export const relayByOf = (draft: Draft): Day | null => (isPassedOn(draft.positions) ? draft.relayBy : null)
/** As the server wants it. */
export const inputOf = (draft: Draft) => ({
  id: draft.id,
  kind: draft.kind,
  title: draft.title,
  titleEn: draft.titleEn || null,
  body: draft.body,
  bodyEn: draft.bodyEn || null,
  positions: [...draft.positions],
  ...audienceOf(draft),
  validFrom: draft.validFrom,
  validTo: draft.validTo,
  minutes: isPassedOn(draft.positions) ? draft.minutes : 0,
  relayBy: relayByOf(draft),
  despiteLoad: draft.despiteLoad,
})
