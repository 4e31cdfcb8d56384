import { z } from 'zod'
import type { Actor } from '../../../platform/access/who.ts'
import { uploads } from '../../../platform/files/uploads.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { FileAnswer } from '../../../platform/server/answer.ts'
import { action, operations, view } from '../../../platform/server/door.ts'
import { PreviewDesk } from './desk.ts'
import { rejectedSheet, sheetStream } from './rejected-file.ts'
import { announceImport } from './runner.ts'
import { everyWord } from './say.ts'
import { importInput, isList, previewInput, runInput, undoInput } from './shape.ts'
import {
  companyCurrency,
  countRejections,
  findImport,
  findRejections,
  findStores,
  insertImport,
  listImports,
} from './tables.ts'
import { findInTheWay, markUndone, takeOut } from './undo-tables.ts'

/** Files come from headquarters: they concern the whole chain. */
const headquarters = {
  finance: 'company',
  administrator: 'company',
  operationsDirector: 'company',
  merchandising: 'company',
} as const
export const mayImport = (actor: Actor): boolean => actor.appointments.some((a) => a.position in headquarters)

const desk = new PreviewDesk()

export const importOperations = operations(everyWord, {
  'imports.preview': view({
    keptNowhere: true,
    summary: [
      '预览导入：列的对应、控制总数、会退回的行',
      'Preview an import: columns, control totals, rows that would be returned',
    ],
    who: headquarters,
    about: 'company',
    input: previewInput,
    /** `state: 'reading'` while the file is read: ask again. */
    async run({ db, keys, today, now, actor }, { file, settings }) {
      const upload = await uploads().find(file)
      if (!upload || upload.owner !== actor.person) return refuse('fileGone')
      return desk.ask({ db, keys }, uploads(), upload, settings, today, now)
    },
  }),
  'imports.run': action({
    summary: ['导入一个文件', 'Import a file'],
    who: headquarters,
    about: 'company',
    input: runInput,
    async run({ db, actor, now, note }, { file, settings }) {
      const upload = await uploads().find(file)
      if (!upload || upload.owner !== actor.person) return refuse('fileGone')
      const open = desk.unanswered(file, settings)
      if (open)
        return refuse(
          'rateMissing',
          {
            currency: open.currency,
            rows: open.rows,
            sum: open.written,
            own: await companyCurrency(db),
          },
          `settings.currencies.${open.currency}`,
        )
      const id = newId()
      await insertImport(db, {
        id,
        kind: settings.kind,
        fileName: upload.name,
        fileHash: upload.hash,
        file,
        settings,
        by: actor.person,
        at: now,
      })
      await announceImport(db, id)
      desk.forget()
      note({ record: id, after: { file: upload.name, hash: upload.hash, kind: settings.kind } })
      return { id }
    },
  }),
  'imports.undo': action({
    summary: ['撤销一次导入', 'Undo an import'],
    who: headquarters,
    about: 'company',
    input: undoInput,
    async run({ db, actor, now, note }, { id, reason }) {
      const row = await findImport(db, id)
      if (!row) return refuse('notFound')
      if (row.state === 'running') return refuse('stillRunning')
      if (row.state === 'undone') return refuse('undoneAlready')
      if (isList(row.kind)) return refuse('listNotUndone')
      const way = await findInTheWay(db, id)
      if (way.closedDays > 0) return refuse('daysClosed', { count: way.closedDays, first: way.firstClosed })
      if (way.leaning > 0) return refuse('ticketsLean', { count: way.leaning, first: way.firstLeaning })
      if (!(await markUndone(db, id, actor.person, now))) return refuse('undoneAlready')
      const tickets = await takeOut(db, id)
      desk.forget()
      note({
        record: id,
        reason,
        before: { file: row.fileName, inBooks: row.control.inBooks ?? null },
        after: { tickets: 0 },
      })
      return { id, tickets }
    },
  }),
  'imports.stores': view({
    summary: ['可对应的店铺', 'Stores that a file can be matched with'],
    who: headquarters,
    about: 'company',
    input: z.strictObject({}),
    async run({ db }) {
      return (await findStores(db))
        .map(({ key, name, nameEn }) => ({ code: key, name, nameEn }))
        .sort((a, b) => (a.code < b.code ? -1 : 1))
    },
  }),
  'imports.list': view({
    summary: ['导入记录', 'Imports so far'],
    who: headquarters,
    about: 'company',
    input: z.strictObject({}),
    async run({ db }) {
      const all = await listImports(db)
      return all.map(({ control, settings, ...row }) => ({
        ...row,
        amount: control.inBooks?.amount ?? null,
        tickets: control.inBooks?.tickets ?? null,
      }))
    },
  }),
  'imports.one': view({
    summary: ['一次导入的进度与结果', 'Progress and result of one import'],
    who: headquarters,
    about: 'company',
    input: importInput,
    async run({ db }, { id }) {
      const row = await findImport(db, id)
      if (!row) return refuse('notFound')
      return {
        ...row,
        rejected: await countRejections(db, id),
        firstRejected: await findRejections(db, id, 0, 30),
      }
    },
  }),
  'imports.rejected': view({
    keptNowhere: true,
    summary: ['未导入的行（Excel）', 'Rows not imported (Excel)'],
    who: headquarters,
    about: 'company',
    input: importInput,
    async run({ db, language }, { id }) {
      const row = await findImport(db, id)
      if (!row) return refuse('notFound')
      const sheet = await rejectedSheet(db, id, row.control.headers ?? [], language)
      const base = row.fileName.replace(/(\.csv|\.tsv|\.txt|\.xlsx)?(\.gz)?$/i, '')
      return new FileAnswer(
        `${base}-${sheet.name}.xlsx`,
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        sheetStream(sheet),
      )
    },
  }),
})
