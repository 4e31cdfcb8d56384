import { newId } from '../../../platform/kinds/id.ts'
import { cents, type Money, parseMoney, zero } from '../../../platform/kinds/money.ts'
import { readKept } from '../../../platform/web/kept.ts'
import type { Tender } from '../../sales/tickets/shape.ts'
import { worth } from '../rules.ts'

/** What is on the pad: pieces of a note or coin, or the amount of a tender as typed. */
export type Field = { readonly value: number } | { readonly tender: Tender }
export interface CountDraft {
  /** The count's own id, so that it is one however often it is sent. */
  readonly id: string
  readonly texts: Readonly<Record<string, string>>
}

export const nameOf = (field: Field): string => ('value' in field ? `v${field.value}` : field.tender)
export const keyOf = (store: string, day: string, version: number): string =>
  `cash.count.${store}.${day}.${version}`

export function readDraft(key: string): CountDraft {
  const kept = readKept<Partial<CountDraft>>(key)
  return typeof kept?.id === 'string' && typeof kept.texts === 'object'
    ? { id: kept.id, texts: kept.texts }
    : { id: newId(), texts: {} }
}

/** A key pressed on the pad: pieces are whole numbers, amounts have at most two decimals. */
export function typed(field: Field, text: string, key: string): string {
  if (key === 'erase') return text.slice(0, -1)
  if (key === '.') return 'value' in field || text.includes('.') ? text : `${text || '0'}.`
  const next = text === '0' ? key : text + key
  if ('value' in field) return next.length > 5 ? text : next
  return /^\d{1,8}(\.\d{0,2})?$/.test(next) ? next : text
}

export const piecesIn = (draft: CountDraft, value: number): number => Number(draft.texts[`v${value}`] || 0)
export const amountIn = (draft: CountDraft, tender: Tender): Money =>
  parseMoney(draft.texts[tender] || '0') ?? zero

export const cashOf = (draft: CountDraft, values: readonly number[]): Money =>
  worth(values.map((value) => ({ value, pieces: piecesIn(draft, value) })))
export const isBlank = (draft: CountDraft): boolean => Object.values(draft.texts).every((t) => !t)

/** The count as it is handed in. */
export const asCount = (draft: CountDraft, values: readonly number[], tenders: readonly Tender[]) => ({
  pieces: values.map((value) => ({ value, pieces: piecesIn(draft, value) })).filter((x) => x.pieces > 0),
  tenders: tenders.map((tender) => ({
    tender: tender as Exclude<Tender, 'cash'>,
    amount: amountIn(draft, tender),
  })),
})
/** ¥100 · ¥0.5, as it is printed on the note. */
export const faceOf = (value: number): string => `¥${value % 100 === 0 ? value / 100 : cents(value) / 100}`
