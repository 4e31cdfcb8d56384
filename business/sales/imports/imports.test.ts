import { Readable } from 'node:stream'
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

const lines = `门店,小票号,销售日期,时间,货号,数量,金额,导购,类型,收款方式
A01,T1,2026-03-01,10:05,K1-红-M,1,199.006,901,销售,微信
A01,T1,2026-03-01,10:05,K2-黑-L,2,300.007,901,销售,微信
A01,T2,2026-03-01,11:30,K1-红-M,1,99.50,902,退货,现金
B02,T1,2026-03-02,12:00,K3-白-S,1,88,903,销售,支付宝
`
const split = { column: '货号', template: '{style}-{color}-{size}' }

describe('小票明细', () => {
  test('预览说得清，导入后账上与文件分毫不差，再导一次什么也不加', async () => {
    const file = await send(lines)
    const seen = await preview(file, { createMissing: true, split })
    expect(seen.missingStores.map((s) => [s.text, s.rows])).toEqual([
      ['A01', 3],
      ['B02', 1],
    ])
    expect(seen.missingPeople.map((p) => p.text)).toEqual(['901', '902', '903'])
    expect(seen.totals).toMatchObject({
      rowsAccepted: 4,
      tickets: 3,
      units: 3,
      amount: 48751,
      amountInFile: '487.513',
    })
    expect(seen.splitExamples[0]).toEqual({ code: 'K1-红-M', parts: { style: 'K1', color: '红', size: 'M' } })
    expect(await db.query('select 1 from ticket')).toEqual([])

    const done = await bring(lines, { createMissing: true, split })
    expect(done).toMatchObject({
      state: 'done',
      rowsAccepted: 4,
      rowsRejected: 0,
      control: { amount: 48751, inBooks: { tickets: 3, units: 3, amount: 48751 } },
    })
    expect(await disagreements()).toEqual([])
    expect(
      await db.query(`select t.kind, t.net, t.units, t.returned, t.hour, t.sale_tickets as sold from ticket t join store s on s.id = t.store_id
      where s.code = 'A01' order by t.number`),
    ).toEqual([
      { kind: 'sale', net: 49901, units: 3, returned: 0, hour: 10, sold: 1 },
      { kind: 'return', net: -9950, units: -1, returned: 9950, hour: 11, sold: 0 },
    ])
    expect(
      await db.query(
        `select p.job_number as j, sum(c.net)::bigint as net from ticket_credit c join person p on p.id = c.person_id group by 1 order by 1`,
      ),
    ).toEqual([
      { j: '901', net: 49901 },
      { j: '902', net: -9950 },
      { j: '903', net: 8800 },
    ])

    const again = await bring(lines)
    expect(again).toMatchObject({ rowsAccepted: 0, rowsKnown: 4, rowsRejected: 0 })
    const longer = await bring(`${lines}B02,T9,2026-03-02,13:00,K3-白-S,1,12,903,销售,现金\n`)
    expect(longer).toMatchObject({ rowsAccepted: 1, rowsKnown: 4, control: { amount: 1200 } })
    expect(await disagreements()).toEqual([])
  })

  test('同一小票换了内容，不会悄悄覆盖', async () => {
    const other = await bring(lines.replace('88,903', '188,903'))
    expect(other).toMatchObject({
      rowsKnown: 3,
      rowsRejected: 1,
      rejected: [{ why: 'ticketDiffers', count: 1 }],
    })
  })

  test('一次导入可以整个撤销，账回到原样', async () => {
    await wipe()
    expect(
      await db.query(
        'select 1 from ticket union all select 1 from sales_store_day union all select 1 from sales_style_day union all select 1 from sales_person_day',
      ),
    ).toEqual([])
    const done = await bring(lines)
    await db.query(`update sales_store_day set closed = true where day = '2026-03-02'`)
    const refused = await ask('imports.undo', { id: done.id, reason: '错' }, 'action')
    expect(refused).toMatchObject({
      ok: false,
      problem: { why: 'daysClosed', facts: { count: 1, first: '2026-03-02' } },
    })
    await db.query(`update sales_store_day set closed = false`)
    await answered('imports.undo', { id: done.id, reason: '错' }, 'action')
    expect((await ask('imports.undo', { id: done.id, reason: '错' }, 'action')).ok).toBe(false)
    expect(await disagreements()).toEqual([])
  })

  test('每个退回的行都有原因，改好再传只补这一行', async () => {
    await wipe()
    const bad = `门店,小票号,日期,数量,金额,类型
A01,R1,2026-03-01,1,100,销售
A01,R2,,1,100,销售
A01,R3,2026-13-01,1,100,销售
A01,R4,2027-01-01,1,100,销售
C99,R5,2026-03-01,1,100,销售
A01,R6,2026-03-01,1.5,100,销售
A01,R7,2026-03-01,1,一百,销售
A01,R8,2026-03-01,1,,销售
A01,R9,2026-03-01,1,-100,销售
A01,R10,2026-03-01,0,100,销售
A01,R11,2026-03-01,1,100,赠送
`
    const done = await bring(bad)
    expect(done).toMatchObject({ rowsRead: 11, rowsAccepted: 1, rowsRejected: 10 })
    expect(new Set(done.rejected.map((r) => r.why))).toEqual(
      new Set([
        'noDay',
        'badDay',
        'dayInFuture',
        'unknownStore',
        'fractionalQuantity',
        'badAmount',
        'noAmount',
        'signsDisagree',
        'zeroQuantity',
        'unknownKindOfLine',
      ]),
    )
    const outcome = await ask('imports.rejected', { id: done.id }, 'view')
    const answer = outcome.ok
      ? (outcome.answer as { name: string; body: ReturnType<typeof sheetStream> })
      : undefined
    const chunks: Buffer[] = []
    for await (const chunk of answer!.body) chunks.push(chunk as Buffer)
    const upload = await uploads.take(Readable.from(chunks), answer!.name, finance, now)
    if (isRefusal(upload)) throw new Error()
    const rows: (readonly string[])[] = []
    await readHere(
      uploads.pathOf(upload.id),
      undefined,
      readLimits,
      async () => undefined,
      async (row) => void rows.push(row.cells),
    )
    expect(rows[0]).toEqual(['门店', '小票号', '日期', '数量', '金额', '类型', '原行号', '未导入原因'])
    expect(rows[1]).toEqual([
      'A01',
      'R2',
      '',
      '1',
      '100',
      '销售',
      '3',
      '没有日期，不知道算在哪一天；请补上日期再传这一行',
    ])
    const corrected = [rows[0]!, ['A01', 'R2', '2026-03-05', ...rows[1]!.slice(3)]]
      .map((r) => r.join(','))
      .join('\n')
    expect(await bring(corrected)).toMatchObject({ rowsAccepted: 1, rowsRejected: 0, rowsKnown: 0 })
    expect(await disagreements()).toEqual([])
  })

  test('一张小票里有一行被退回：改好后单传这一行，或整个文件重传，都只补这一行', async () => {
    await wipe()
    const file =
      '门店,小票号,日期,货号,数量,金额\nA01,M1,2026-04-01,K1,1,100\nA01,M1,,K2,1,50\nA01,M2,2026-04-01,K3,1,70\n'
    expect(await bring(file)).toMatchObject({ rowsAccepted: 2, rowsRejected: 1, control: { amount: 17000 } })
    const mended = file.replace('M1,,K2', 'M1,2026-04-01,K2')
    expect(await bring(mended)).toMatchObject({
      rowsAccepted: 1,
      rowsKnown: 2,
      rowsRejected: 0,
      control: { amount: 5000 },
    })
    expect(await bring(mended)).toMatchObject({ rowsAccepted: 0, rowsKnown: 3 })
    expect(await bring('门店,小票号,日期,货号,数量,金额\nA01,M1,2026-04-01,K2,1,50\n')).toMatchObject({
      rowsAccepted: 0,
      rowsKnown: 1,
    })
    expect(await bring(mended.replace('K3,1,70', 'K3,1,71'))).toMatchObject({
      rowsAccepted: 0,
      rowsRejected: 1,
      rejected: [{ why: 'ticketDiffers' }],
    })
    expect(
      await db.query('select sum(net)::bigint as net, sum(sale_tickets)::int as sold from sales_store_day'),
    ).toEqual([{ net: 22000, sold: 2 }])
    expect(await disagreements()).toEqual([])
  })

  test('收款方式和导购只写在小票第一行的，全张都算他的', async () => {
    await wipe()
    await bring(
      '门店,小票号,日期,货号,数量,金额,导购,支付方式\nA01,P1,2026-04-02,K1,1,100,901,微信\nA01,P1,2026-04-02,K2,1,50,,\n',
    )
    expect(await db.query('select share_millionths as share, net from ticket_credit')).toEqual([
      { share: 1_000_000, net: 15000 },
    ])
    expect(await db.query('select tender, amount from ticket_tender')).toEqual([
      { tender: 'wechat', amount: 15000 },
    ])
  })

  test('退得比标价少：以行合计为准，并且说出来', async () => {
    await wipe()
    const file = await send(
      'Store,Invoice ID,Date,Unit Price,Quantity,Discount,Line Total,Transaction Type\nA01,S1,2026-03-01,265,1,0,265,Sale\nA01,X1,2026-03-03,265,1,0,-172.25,Return\n',
    )
    const seen = await preview(file)
    expect(seen.remarks).toMatchObject({ returnsBelowPrice: 1 })
    expect(seen.totals).toMatchObject({ units: 0, amount: 9275, tickets: 2 })
  })

  test('没有价格的文件：件数照算，金额记 0，相同的行各算一件', async () => {
    const file = await send(
      'store,order_date,order_id,product_id,quantity\nA01,2020-01-01,O1,15M5538S5,1\nA01,2020-01-01,O1,15M5538S5,1\n',
    )
    const seen = await preview(file)
    expect(seen.remarks).toMatchObject({ noPrices: true, alikeLines: 1 })
    expect(seen.totals).toMatchObject({ units: 2, amount: 0, tickets: 1 })
  })

  test('没有店铺列、日期分不清月日：先问，不猜', async () => {
    const file = await send('单号,日期,数量,金额\nT1,3/4/2026,1,5\nT2,5/6/2026,1,5\n')
    expect((await preview(file)).questions.map((q) => [q.why, q.field])).toEqual([
      ['fieldMissing', 'columns.store'],
      ['dateOrderUnclear', 'dateOrder'],
    ])
    expect((await ask('imports.run', { file, settings: (await preview(file)).settings }, 'action')).ok).toBe(
      true,
    )
    const seen = await preview(file, { fixed: { store: 'A01' } as never, dateOrder: 'dmy' })
    expect(seen.totals).toMatchObject({ firstDay: '2026-04-03', lastDay: '2026-06-05' })
  })

  test('对应过一次的表头，下次自动沿用', async () => {
    await wipe()
    const odd = 'X店,号码,哪天,几件,收了\nA01,L1,2026-05-01,1,10\n'
    await bring(odd, {
      kind: 'ticketLines',
      columns: { store: 'X店', ticketNo: '号码', day: '哪天', quantity: '几件', amount: '收了' },
    })
    const seen = await preview(await send('号码,X店 ,几件,哪天,收了\nL2,A01,1,2026-05-02,20\n'))
    expect(seen.learnt).toBe(true)
    expect(seen.settings.createMissing).toBe(false)
    expect(seen.totals).toMatchObject({ rowsAccepted: 1, amount: 2000 })
  })

  test('only headquarters posts bring files in, and only their own files', async () => {
    const file = await send(lines)
    expect(await ask('imports.preview', { file }, 'view', 'storeManager')).toMatchObject({
      ok: false,
      problem: { status: 403 },
    })
    expect(await ask('imports.preview', { file }, 'view', 'merchandising')).toMatchObject({
      ok: false,
      problem: { why: 'fileGone' },
    })
  })
})
