import type { Invariant } from '../../../platform/database/verify.ts'

export const handoverInvariants: readonly Invariant[] = [
  {
    name: 'handovers.signedByBoth',
    says: [
      '接了班的，两人不同，接在交之后',
      'A handover that was taken has two people, and was taken after it was given',
    ],
    sql: `select store_id, id from handover where taken_at is not null and (taker = given_by or taken_at < given_at)`,
  },
  {
    name: 'handovers.differencesSaid',
    says: [
      '两边点的不一样，都有一句说明',
      'Where the two sides counted differently there are words about it',
    ],
    sql: `select store_id, id from handover where taken_at is not null and (taken_cash <> cash or taken_keys <> keys) and taken_words is null`,
  },
  {
    name: 'handovers.besideAnother',
    says: [
      '在别人手机上用 PIN 接的，写明是谁的手机，且不是接的人自己',
      'Taken by PIN on another’s phone it says whose, and that is not the taker’s',
    ],
    sql: `select store_id, id from handover where (taken_how is null) <> (taken_at is null)
      or (taken_beside is not null) <> (taken_how is not distinct from 'beside') or taken_beside = taker`,
  },
]
