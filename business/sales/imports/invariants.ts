import type { Invariant } from '../../../platform/database/verify.ts'

/** What must hold of imports and what they brought; each query returns the rows where it does not. */
export const importInvariants: readonly Invariant[] = [
  {
    name: 'imports.booksAgree',
    says: [
      '每次导入的账上合计等于它带来的小票',
      'What an import is said to have brought is what its tickets sum to',
    ],
    sql: `select i.id, i.file_name, (i.control ->> 'amount')::bigint as control, coalesce(t.net, 0) as books from import i
      left join (select import_id, sum(net) as net, sum(units) as units from ticket where import_id is not null group by 1) t
        on t.import_id = i.id
      where i.state = 'done' and i.kind in ('ticketLines', 'storeDays') and i.control ? 'amount'
        and ((i.control ->> 'amount')::bigint <> coalesce(t.net, 0) or (i.control ->> 'units')::bigint <> coalesce(t.units, 0))`,
  },
  {
    name: 'imports.currencies',
    says: [
      '每次导入按货币的合计等于总数，外币都有汇率',
      'The currencies of an import sum to its total, and each foreign one has its rate',
    ],
    sql: `select i.id, i.file_name from import i
      where i.state in ('done', 'undone') and i.kind in ('ticketLines', 'storeDays') and i.control ? 'currency' and (
        (select coalesce(sum((c ->> 'amount')::bigint), 0) from jsonb_array_elements(i.control -> 'currencies') c)
          <> (i.control ->> 'amount')::bigint
        or exists (select from jsonb_array_elements(i.control -> 'currencies') c
          where c ->> 'currency' <> i.control ->> 'currency' and (c ->> 'rows')::int > 0
            and coalesce((i.settings -> 'currencies' -> (c ->> 'currency') ->> 'rate')::numeric, 0) <= 0))`,
  },
]
