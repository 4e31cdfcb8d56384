import { useHolds, useMe } from '../../../../platform/web/session.ts'
import { isOwnKind } from '../shape.ts'
import type { CardNow } from './as-of-now.ts'

/** Whether somebody may begin a sheet now, and whether it is hers and done. */
export function useBegin(): (card: CardNow) => { mayBegin: boolean; isDone: boolean } {
  const me = useMe().person.id
  const isKeeper = useHolds('storeManager', 'salesAssociate')
  const isAssociate = useHolds('salesAssociate')
  return (card) => {
    const { kind, state, sheets, rounds } = card
    const isOwn = isOwnKind(kind)
    const mine = isOwn ? sheets.find((s) => s.keeper === me) : undefined
    const isDone = isOwn
      ? mine !== undefined && mine.state !== 'sentBack'
      : state === 'done' || state === 'doneLate'
    const isFree =
      kind === 'fitting'
        ? rounds.some((r) => !sheets.some((s) => s.round === r && s.state !== 'sentBack'))
        : !isDone && state !== 'missed' && (isOwn || state !== 'notYet')
    const mayBegin = isKeeper && (!isOwn || isAssociate) && isFree && (!card.waits || kind === 'fitting')
    return { mayBegin, isDone }
  }
}
