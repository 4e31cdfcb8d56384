import { describe, expect, test } from 'vitest'
import type { Database } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/kinds/id.ts'
import {
  answered,
  bring,
  db,
  disagreements,
  ended,
  keys,
  now,
  openImportHouse,
  preview,
  quick,
  send,
  uploads,
} from './imports-for-tests.ts'
import { failAbandoned, findWaiting, keepImport, stayHolder, takeImport } from './lease.ts'
import { importNow, startImportRunner } from './runner.ts'
import { findImport } from './tables.ts'

openImportHouse()

const tickets = (from: number, to: number, rows = 2) =>
  Array.from({ length: to - from }, (_, i) =>
    Array.from(
      { length: rows },
      (_, line) =>
        `A01,L${from + i},2026-03-${String(1 + ((from + i) % 28)).padStart(2, '0')},K${line},1,10.005`,
    ).join('\n'),
  ).join('\n')
const file = `门店,小票号,日期,货号,数量,金额\n${tickets(0, 1_200)}\n`
/** Written down as the page does it, but announced to nobody and held from the start. */
async function heldImport(text: string) {
  const upload = await send(text)
  const { settings } = await preview(upload, { createMissing: true })
  const held = { import: newId(), holder: newId() }
  await db.query(
    `insert into import (id, kind, file_name, file_hash, file_id, settings, by, at, state, holder, held_until, tries)
     values ($1, 'ticketLines', 'f', 'h', $2, $3, $4, $5, 'running', $6, clock_timestamp() + interval '1 second', 1)`,
    [held.import, upload, JSON.stringify(settings), newId(), now.toISOString(), held.holder],
  )
  return { held, settings, path: uploads.pathOf(upload) }
}

describe('一次导入只由一个进程做', () => {
  test('两个进程都听到了，只有一个做，各行只入账一次', async () => {
    const ends: string[] = []
    const stop = await startImportRunner(db, {
      uploads,
      keys,
      clock: () => now,
      lease: quick,
      ended: (id) => ends.push(id),
    })
    const done = await bring(file.replaceAll(',L', ',B'), { createMissing: true })
    expect(done).toMatchObject({ state: 'done', rowsAccepted: 2_400 })
    expect(await db.query('select tries from import where id = $1', [done.id])).toEqual([{ tries: 1 }])
    expect(await db.query('select count(*)::int as count from ticket')).toEqual([{ count: 1_200 }])
    await stop()
    expect(ends.length).toBeLessThanOrEqual(1)
  })

  test('做到一半的进程没了，另一个接着做完：一行不多一行不少，总数是整个文件的', async () => {
    const { held, settings, path } = await heldImport(file)
    let left = 3
    const dying: Database = {
      engine: db.engine,
      query: (sql, parameters) => db.query(sql, parameters),
      transaction: (work) => {
        left -= 1
        return left === 0 ? Promise.reject(new Error('the power went')) : db.transaction(work)
      },
      script: (sql) => db.script(sql),
      notify: (channel, payload) => db.notify(channel, payload),
      listen: (channel, hear) => db.listen(channel, hear),
      readOnlyReason: () => undefined,
      close: async () => undefined,
    }
    const day = '2026-11-20' as never
    await expect(
      importNow(dying, { held, path, keys, settings, by: newId(), today: day, clock: () => now }),
    ).rejects.toThrow('the power went')
    const [half] = await db.query<{ count: number }>(
      'select count(*)::int as count from ticket where import_id = $1',
      [held.import],
    )
    expect(half!.count).toBeGreaterThan(0)
    expect(half!.count).toBeLessThan(1_200)
    expect(await ended(held.import)).toMatchObject({
      state: 'done',
      rowsRead: 2_400,
      rowsAccepted: 2_400,
      rowsKnown: 0,
      control: {
        tickets: 1_200,
        amount: 2_401_200,
        inBooks: { tickets: 1_200, units: 2_400, amount: 2_401_200 },
      },
    })
    expect(await db.query('select tries from import where id = $1', [held.import])).toEqual([{ tries: 2 }])
    expect(await disagreements()).toEqual([])
    await answered('imports.undo', { id: held.import, reason: '测试' }, 'action')
    expect(await db.query('select 1 from ticket where import_id = $1', [held.import])).toEqual([])
  })

  test('a process that was taken for dead books nothing more, and cannot end what another does', async () => {
    const { held, settings, path } = await heldImport(file.replaceAll(',L', ',Z'))
    await db.query('update import set holder = $2 where id = $1', [held.import, newId()])
    const today = '2026-11-20' as never
    await expect(
      importNow(db, { held, path, keys, settings, by: newId(), today, clock: () => now }),
    ).rejects.toThrow('another process')
    expect(await db.query('select 1 from ticket where import_id = $1', [held.import])).toEqual([])
    expect(await keepImport(db, held, quick)).toBe(false)
    await expect(db.transaction((inner) => stayHolder(inner, held))).rejects.toThrow('another process')
    expect(await ended(held.import)).toMatchObject({ state: 'done', rowsAccepted: 2_400 })
  })

  test('someone who still speaks keeps it; only one import is let in at a time', async () => {
    const { held } = await heldImport(file.replaceAll(',L', ',Y'))
    const other = { import: newId(), holder: newId() }
    await db.query(
      `insert into import (id, kind, file_name, file_hash, settings, by, at, state) values ($1, 'stores', 'f', 'h', '{}', $2, now(), 'running')`,
      [other.import, newId()],
    )
    expect(await takeImport(db, { ...held, holder: newId() }, quick)).toBe(false)
    expect(await takeImport(db, other, quick)).toBe(false)
    expect(await keepImport(db, held, quick)).toBe(true)
    expect((await findWaiting(db)).map((w) => w.id)).not.toContain(held.import)
    expect(await ended(held.import)).toMatchObject({ state: 'done' })
    expect(await takeImport(db, other, { ...quick, silence: -1 })).toBe(true)
    // Begun at the command line, whose process is gone: nobody can go on with it.
    await failAbandoned(db)
    expect(await findImport(db, other.import)).toMatchObject({ state: 'failed', failure: 'interrupted' })
  })
})
