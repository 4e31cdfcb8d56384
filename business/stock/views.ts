import { z } from 'zod'
import type { Actor } from '../../platform/access/who.ts'
import { readTable } from '../../platform/files/read.ts'
import { uploads } from '../../platform/files/uploads.ts'
import { fileWords } from '../../platform/files/words.ts'
import { addDays } from '../../platform/kinds/day.ts'
import { isRefusal, refuse } from '../../platform/kinds/refusal.ts'
import { operations, view } from '../../platform/server/door.ts'
import { idInput } from '../organization/shape.ts'
import { cellsOf, matchOpening, readOpening } from './book-rules.ts'
import { skusNamed } from './book-tables.ts'
import { findBook } from './ledger-tables.ts'
import { managers, merchandisers, viewers } from './reach.ts'
import { pieceInput, readOpeningInput, storeInput } from './shape.ts'
import { countsOf, elsewhere, eventsOf, movementsOf, negativesOf, shelfOf, totalsOf } from './view-tables.ts'
import { stockWords } from './words.ts'

const eventDays = 14
const mostRows = 20_000

export const bookViews = operations(
  { ...fileWords, ...stockWords },
  {
    'stock.book': view({
      summary: [
        '一家店的库存账：总件数、负库存、事项',
        'The stock book of a store: pieces, negatives, stock matters',
      ],
      who: viewers,
      about: (_db, { store }) => ({ store }),
      input: storeInput,
      async run({ db, today }, { store }) {
        const book = (await findBook(db, store)) ?? null
        return {
          today,
          begunOn: book?.begunOn ?? null,
          ...(await totalsOf(db, store)),
          negative: await negativesOf(db, [store]),
          events: await eventsOf(db, store, addDays(today, -eventDays)),
          counts: await countsOf(db, store, addDays(today, -eventDays)),
        }
      },
    }),
    'stock.shelf': view({
      summary: ['本店各款各码库存', 'What a store has of styles, size by size'],
      who: viewers,
      about: (_db, { store }) => ({ store }),
      input: z.strictObject({ store: idInput, styles: z.array(idInput).max(60) }),
      async run({ db }, { store, styles }) {
        const book = (await findBook(db, store)) ?? null
        return { begunOn: book?.begunOn ?? null, pieces: await shelfOf(db, store, styles) }
      },
    }),
    'stock.piece': view({
      summary: ['一件货品：本店流水与他店库存', 'One piece: its movements here, and who else has it'],
      who: viewers,
      about: (_db, { store }) => ({ store }),
      input: pieceInput,
      run: async ({ db, today }, { store, sku }) => ({
        movements: await movementsOf(db, store, sku),
        elsewhere: await elsewhere(db, store, sku, today),
      }),
    }),
    'stock.readOpening': view({
      summary: ['读期初库存文件（先预览）', 'Read an opening balance, before it is entered'],
      who: { ...managers, ...merchandisers },
      about: (_db, { store }) => ({ store }),
      input: readOpeningInput,
      async run({ db, actor }, { text, file }) {
        const table = file ? await rowsOf(file, actor) : cellsOf(text ?? '')
        if (isRefusal(table)) return table
        const read = readOpening(table)
        if (!read) return refuse('columnsUnknown', {}, file ? 'file' : 'text')
        const known = await skusNamed(
          db,
          [...new Set(read.rows.map((r) => r.barcode).filter(Boolean))],
          [...new Set(read.rows.map((r) => r.style).filter(Boolean))],
        )
        const { lines, rejected } = matchOpening(read.rows, known)
        const all = [...read.rejected, ...rejected].sort((a, b) => a.row - b.row)
        return {
          lines,
          pieces: lines.reduce((sum, l) => sum + l.quantity, 0),
          rowsRead: table.length - 1,
          rejected: all,
        }
      },
    }),
  },
)

/** The rows of an upload that the caller sent himself. */
async function rowsOf(file: string, actor: Actor) {
  const upload = await uploads().find(file)
  if (!upload || upload.owner !== actor.person) return refuse('fileGone')
  const rows: { number: number; cells: readonly string[] }[] = []
  const info = await readTable(uploads().pathOf(file), {}, (batch) => {
    rows.push(...batch)
    return rows.length > mostRows ? 'enough' : undefined
  })
  if (isRefusal(info)) return info
  return rows.length > mostRows ? refuse('tooManyRows', { most: mostRows }) : rows
}
