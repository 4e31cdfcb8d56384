import { z } from 'zod'
import type { Actor } from '../../platform/access/who.ts'
import type { Db } from '../../platform/database/database.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import { type Refusal, refuse } from '../../platform/kinds/refusal.ts'
import { type ActionContext, action, operations, view } from '../../platform/server/door.ts'
import { type Duties, isLive } from './catalogue/catalogue.ts'
import { findEditions } from './edition-tables.ts'
import { clauseReaders, clausesFor } from './editions/readers.ts'
import { clausesSheet } from './editions/sheets.ts'
import { dutiesNow } from './editions/worded.ts'
import { insertExcuse } from './excuse-tables.ts'
import { factsOf } from './fact-tables.ts'
import { makeWhatIsDue } from './generate.ts'
import { historyOf } from './history-tables.ts'
import { recordOversight, reopen } from './proof-tables.ts'
import {
  everybody,
  holds,
  isSuperior,
  maySee,
  readersAndSelf,
  seenBy,
  seesSeat,
  superiors,
  theInstance,
} from './readers.ts'
import { excuseInput, instanceInput, type OversightKind, ofRecordInput, sendBackInput } from './shape.ts'
import { itemOf, openSample, todayOf } from './today.ts'
import { findInstance, type InstanceRow, instancesOfRecord, samplesOf } from './view-tables.ts'
import { weaveViews } from './weave-views.ts'
import { dutyWords, excuseWords } from './words.ts'

const nothing = z.strictObject({})

const dutyActions = operations(dutyWords, {
  'duties.today': view({
    summary: ['今日：现在、接下来、以后、已完成', 'Today: now, next, later, done'],
    who: everybody,
    about: (_db, _input, actor) => ({ person: actor.person }),
    input: nothing,
    makeFirst: (database, actor, now) => makeWhatIsDue(database, actor, now),
    async run({ db, actor, today, now }) {
      return {
        day: today,
        at: now.toISOString(),
        person: actor.person,
        ...(await todayOf(db, actor, now, await dutiesNow(db))),
      }
    },
  }),
  'duties.instance': view({
    summary: ['一项职责：凭据、经过、核查', 'One duty: its proof, history and looking-after'],
    who: readersAndSelf,
    about: theInstance,
    input: instanceInput,
    async run({ db, actor, scope, now }, { store, instance }) {
      const row = await findInstance(db, store, instance, now)
      if (!row || !(seesSeat(scope, row) || holds(actor, row)) || !maySee(actor, row))
        return refuse('notFound')
      return {
        ...(await oneDuty(db, actor, row, await findEditions(db), now)),
        samples: (await samplesOf(db, [row.id])).map((s) => ({ ...s, ...openSample(s) })),
      }
    },
  }),
  'duties.clauses': view({
    summary: ['岗位职责条款与近 30 天完成', 'The clauses of the positions and their last 30 days'],
    who: clauseReaders,
    about: 'company',
    input: nothing,
    run: ({ db, actor, scope, today, now }) => clausesFor(db, actor, seenBy(scope), today, now),
    sheet: clausesSheet,
  }),
  'duties.ofRecord': view({
    summary: ['一条记录完成了哪些职责', 'Which duties a record discharges'],
    who: readersAndSelf,
    about: 'company',
    input: ofRecordInput,
    async run({ db, actor, scope, now }, { records }) {
      const rows = (await instancesOfRecord(db, records, now)).filter(
        (row) => (seesSeat(scope, row) || holds(actor, row)) && maySee(actor, row),
      )
      const editions = await findEditions(db)
      return {
        at: now.toISOString(),
        items: await Promise.all(rows.map((row) => oneDuty(db, actor, row, editions, now))),
      }
    },
  }),
  'duties.excuse': action({
    summary: ['免除一项职责（写明原因）', 'Excuse a duty, with the reason'],
    who: superiors,
    about: theInstance,
    input: excuseInput,
    async run({ db, actor, now, note }, { store, instance, kind, why }) {
      const row = await findInstance(db, store, instance, now)
      if (!row) return refuse('notFound')
      const no = mayExcuse(actor, row)
      if (no) return no
      if (!(await insertExcuse(db, { store, instance, kind, why, by: actor.person, at: now })))
        return refuse('alreadyExcused')
      note({
        record: instance,
        before: { duty: row.duty, state: row.state },
        after: { state: 'excused', kind },
        reason: why,
      })
      return { id: instance }
    },
  }),
  'duties.open': action({
    summary: ['打开下属完成的职责（记下谁看过）', 'Open what a subordinate has done; who looked is recorded'],
    who: superiors,
    about: theInstance,
    input: instanceInput,
    run: (context, input) => look(context, input, 'opened', null),
  }),
  'duties.confirm': action({
    summary: ['确认下属完成的职责', 'Confirm what a subordinate has done'],
    who: superiors,
    about: theInstance,
    input: instanceInput,
    run: (context, input) => look(context, input, 'confirmed', null),
  }),
  'duties.sendBack': action({
    summary: ['退回重做', 'Send back to be done again'],
    who: superiors,
    about: theInstance,
    input: sendBackInput,
    run: (context, input) => look(context, input, 'sentBack', input.words),
  }),
})

export const dutyOperations = { ...dutyActions, ...weaveViews }

/** A duty with its figure, what happened to it, and what the reader may do with it. */
async function oneDuty(
  db: Db,
  actor: Actor,
  row: InstanceRow,
  editions: Parameters<typeof itemOf>[1],
  now: Date,
) {
  const whyNot = async (kind: Looking) => (await mayLook(db, actor, row, kind))?.refused ?? null
  return {
    ...itemOf(row, editions, now),
    at: now.toISOString(),
    fact: (await factsOf(db, [row])).get(row.id) ?? null,
    excuseSays: row.excuse ? excuseWords[row.excuse.kind] : null,
    history: await historyOf(db, row.store, row.id),
    isSuperior: isSuperior(actor, row),
    isMine: holds(actor, row) && (row.holder === null || row.holder === actor.person),
    /** Why the reader may not do it; null when he may. */
    whyNot: {
      open: await whyNot('opened'),
      confirm: await whyNot('confirmed'),
      sendBack: await whyNot('sentBack'),
      excuse: mayExcuse(actor, row)?.refused ?? null,
    },
  }
}

type Looking = Exclude<OversightKind, 'questioned'>

function mayExcuse(
  actor: Actor,
  row: InstanceRow,
): Refusal<'notYoursToExcuse' | 'alreadyDone' | 'alreadyExcused'> | undefined {
  if (!isSuperior(actor, row)) return refuse('notYoursToExcuse')
  if (row.proof) return refuse('alreadyDone')
  return row.excuse ? refuse('alreadyExcused') : undefined
}

/** Opens, confirms or sends back. What is sent back is due again; what cannot be done again is asked about at its record. */
async function look(
  { db, actor, now, note }: ActionContext,
  { store, instance }: { store: string; instance: string },
  kind: Looking,
  words: string | null,
) {
  const row = await findInstance(db, store, instance, now)
  if (!row) return refuse('notFound')
  const no = await mayLook(db, actor, row, kind)
  if (no) return no
  await recordOversight(db, { store, instance, kind, by: actor.person, at: now, words })
  if (kind === 'sentBack') {
    const key = {
      store,
      duty: row.duty,
      seat: row.seat,
      holder: row.holder ?? companyWide,
      periods: [row.period],
    }
    await reopen(db, key, { at: now, by: actor.person, action: 'duties.sendBack', why: words })
  }
  note({
    record: instance,
    after: { duty: row.duty, period: row.period, kind },
    ...(words ? { reason: words } : {}),
  })
  return { id: instance, duty: row.duty, period: row.period, state: kind }
}

async function mayLook(
  db: Db,
  actor: Actor,
  row: InstanceRow,
  kind: Looking,
): Promise<
  Refusal<'notYoursToCheck' | 'notDone' | 'openFirst' | 'alreadyConfirmed' | 'askThere'> | undefined
> {
  if (!isSuperior(actor, row)) return refuse('notYoursToCheck')
  if (!row.proof) return refuse('notDone')
  if (kind === 'opened') return undefined
  const seen = await db.query<{ kind: OversightKind }>(
    'select kind from duty_oversight where store_id = $1 and instance_id = $2 and by = $3 and at >= $4',
    [row.store, row.id, actor.person, row.proof.at],
  )
  if (!seen.some((v) => v.kind === 'opened')) return refuse('openFirst')
  if (kind === 'confirmed')
    return seen.some((v) => v.kind === 'confirmed') ? refuse('alreadyConfirmed') : undefined
  return canRedo(await dutiesNow(db), row.duty) ? undefined : refuse('askThere')
}

const canRedo = ({ byId }: Duties, id: string): boolean => {
  const duty = byId.get(id)
  return duty !== undefined && isLive(duty) && duty.redo
}
