import type { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { readLimits } from '../../../platform/files/limits.ts'
import { readHere } from '../../../platform/files/read-here.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import {
  answered,
  ask,
  bring,
  db,
  disagreements,
  ended,
  finance,
  now,
  openImportHouse,
  preview,
  send,
  uploads,
  wipe,
} from './imports-for-tests.ts'
import type { sheetStream } from './rejected-file.ts'

openImportHouse()

const mixed = `门店,小票号,日期,货号,数量,金额,货币
A01,C1,2026-03-01,K1,1,100.005,CNY
A01,C2,2026-03-01,K1,1,44.5,USD
A01,C2,2026-03-01,K2,1,40.62,USD
A01,C3,2026-03-02,K1,-1,-44.5,usd
A01,C4,2026-03-02,K3,2,25,EUR
`
const usd = { rate: '7.13', day: '2026-03-01' }
const answers = { USD: usd, EUR: { reject: true as const } }

describe('多种货币的文件', () => {
  test('先说出每种货币多少行、合计多少；没有汇率也没有选退回，就不能导入', async () => {
    const file = await send(mixed)
    const seen = await preview(file, { createMissing: true })
    expect(seen.currency).toBe('CNY')
    expect(seen.currencies).toEqual([
      { currency: 'CNY', rows: 1, written: '100.005', own: true },
      { currency: 'USD', rows: 3, written: '40.62', own: false },
      { currency: 'EUR', rows: 1, written: '25', own: false },
    ])
    expect(seen.questions.map((q) => [q.why, q.field])).toEqual([
      ['rateMissing', 'currencies.USD'],
      ['rateMissing', 'currencies.EUR'],
    ])
    expect(seen.totals).toBeNull()
    const half = await preview(file, { createMissing: true, currencies: { USD: usd } })
    expect(half.questions.map((q) => q.field)).toEqual(['currencies.EUR'])
    const ahead = await preview(file, {
      createMissing: true,
      currencies: { ...answers, USD: { rate: '7.13', day: '2026-12-01' } },
    })
    expect(ahead.questions.map((q) => q.why)).toEqual(['rateAhead'])
    expect(await ask('imports.run', { file, settings: seen.settings }, 'action')).toMatchObject({
      ok: false,
      problem: { why: 'rateMissing', facts: { currency: 'USD', rows: 3, sum: '40.62', own: 'CNY' } },
    })
    // Who starts it without a preview gets an import that failed, and nothing in the books.
    const { id } = await answered<{ id: string }>(
      'imports.run',
      { file: await send(mixed), settings: { ...seen.settings, currencies: { USD: usd } } },
      'action',
    )
    expect(await ended(id)).toMatchObject({ state: 'failed' })
    expect(await db.query('select 1 from ticket')).toEqual([])
    for (const rate of ['0', '-1', 'x', '1e3', '0.000'])
      expect(
        await ask(
          'imports.run',
          { file, settings: { ...seen.settings, currencies: { USD: { ...usd, rate } } } },
          'action',
        ),
      ).toMatchObject({ ok: false })
  })

  test('按汇率逐行换算到分，前后合计都留着，不收的货币逐行退回', async () => {
    const done = await bring(mixed, { createMissing: true, currencies: answers })
    // 44.5 × 7.13 = 317.285 → 317.29; 40.62 × 7.13 = 289.6206 → 289.62
    expect(done).toMatchObject({
      state: 'done',
      rowsAccepted: 4,
      rowsRejected: 1,
      control: { amount: 10000 + 31729 + 28962 - 31729, inBooks: { amount: 38962, tickets: 3 } },
      settings: { currencies: answers },
      rejected: [{ why: 'currencyRejected', count: 1 }],
    })
    expect(done.control.currencies).toEqual([
      { currency: 'USD', rows: 3, written: '40.62', rate: usd, amount: 28962, rejected: 0 },
      { currency: 'CNY', rows: 1, written: '100.005', rate: null, amount: 10000, rejected: 0 },
      { currency: 'EUR', rows: 0, written: '0', rate: null, amount: 0, rejected: 1 },
    ])
    expect(await disagreements()).toEqual([])
    const outcome = await ask('imports.rejected', { id: done.id }, 'view')
    if (!outcome.ok) throw new Error('no file')
    const { body, name } = outcome.answer as { name: string; body: ReturnType<typeof sheetStream> }
    const upload = await uploads.take(body as Readable, name, finance, now)
    if (isRefusal(upload)) throw new Error(upload.refused)
    const rows: (readonly string[])[] = []
    await readHere(
      uploads.pathOf(upload.id),
      undefined,
      readLimits,
      async () => undefined,
      async (row) => void rows.push(row.cells),
    )
    expect(rows[1]?.slice(-2)).toEqual(['6', '金额是 EUR，导入时选了不收这种货币；给了汇率后可以再传这一行'])
  })

  test('再导一次什么也不加，换了汇率也不加；给了汇率，退回的那种补进来', async () => {
    expect(await bring(mixed, { currencies: answers })).toMatchObject({ rowsAccepted: 0, rowsKnown: 4 })
    const dearer = { ...answers, USD: { rate: '7.5', day: '2026-03-09' } }
    expect(await bring(mixed, { currencies: dearer })).toMatchObject({
      rowsAccepted: 0,
      rowsKnown: 4,
      rowsRejected: 1,
    })
    expect(await bring(mixed.replace('40.62', '41.62'), { currencies: dearer })).toMatchObject({
      rowsKnown: 2,
      rejected: [{ why: 'ticketDiffers' }, { why: 'currencyRejected' }].map((r) =>
        expect.objectContaining(r),
      ),
    })
    const euro = await bring(mixed, { currencies: { USD: usd, EUR: { rate: '7.8', day: '2026-03-02' } } })
    expect(euro).toMatchObject({ rowsAccepted: 1, rowsKnown: 4, control: { amount: 19500 } })
    await answered('imports.undo', { id: euro.id, reason: '错' }, 'action')
    expect(await db.query('select sum(net)::bigint as net from sales_store_day')).toEqual([{ net: 38962 }])
  })

  test('汇率只属于这一个文件，下次同样的表头还要再给', async () => {
    const seen = await preview(await send(mixed.replaceAll(',C', ',D')))
    expect(seen.learnt).toBe(true)
    expect(seen.settings.currencies).toEqual({})
    expect(seen.questions.map((q) => q.why)).toEqual(['rateMissing', 'rateMissing'])
  })

  test('没有货币列，金额里的记号一样要问；没有小票号的行换了汇率也认得', async () => {
    await wipe()
    const signs =
      '门店,日期,货号,数量,金额\nA01,2026-03-01,K1,1,¥10\nA01,2026-03-01,K2,1,$3.5\nA01,2026-03-01,K3,1,฿100\n'
    expect((await preview(await send(signs))).currencies.map((c) => [c.currency, c.written])).toEqual([
      ['CNY', '10'],
      ['USD', '3.5'],
      ['THB', '100'],
    ])
    const rates = { USD: usd, THB: { rate: '0.2', day: '2026-03-01' } }
    expect(await bring(signs, { currencies: rates })).toMatchObject({
      rowsAccepted: 3,
      control: { amount: 1000 + 2496 + 2000 },
    })
    const other = { ...rates, THB: { rate: '0.21', day: '2026-03-02' } }
    expect(await bring(signs, { currencies: other })).toMatchObject({ rowsAccepted: 0, rowsKnown: 3 })
  })

  test('店铺日汇总的外币也一样', async () => {
    await wipe()
    const days = '店铺,日期,销售额,小票数,货币\nA01,2026-03-01,100,2,USD\nA01,2026-03-02,50,1,CNY\n'
    expect((await preview(await send(days))).questions.map((q) => q.field)).toEqual(['currencies.USD'])
    expect(await bring(days, { currencies: { USD: { reject: true } } })).toMatchObject({
      rowsAccepted: 1,
      rowsRejected: 1,
    })
    expect(await bring(days, { currencies: { USD: usd } })).toMatchObject({
      rowsAccepted: 1,
      rowsKnown: 1,
      control: { amount: 71300, inBooks: { amount: 71300 } },
    })
    expect(await bring(days, { currencies: { USD: { ...usd, rate: '8' } } })).toMatchObject({ rowsKnown: 2 })
    expect(await disagreements()).toEqual([])
  })

  test('a file all in another currency than the company’s is asked for too, one all in its own is not', async () => {
    const all = '门店,小票号,日期,数量,金额\nA01,E1,2026-03-05,1,€5\n'
    expect((await preview(await send(all))).questions.map((q) => q.field)).toEqual(['currencies.EUR'])
    const own = await preview(await send(all.replace('€', '¥')))
    expect(own.questions).toEqual([])
    expect(own.totals).toMatchObject({ amount: 500 })
  })
})
