import { addDays } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations, view } from '../../../platform/server/door.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { numberOf } from '../arrival-actions.ts'
import { termsOn } from '../freight-tables.ts'
import { holdStock } from '../ledger-tables.ts'
import { deciders, overseers } from '../reach.ts'
import { recordStep, recordTransfer } from '../transfer-tables.ts'
import { proposeForAreaManager, proposeNow, recordMade } from './propose.ts'
import { checkAnswers, goneAmong, parcelsOf, weekAsked } from './rules.ts'
import { areaInput, decideInput, nothing } from './shape.ts'
import { bundleNumbers, holdArea, lastRound, linesOf, recordDecision } from './tables.ts'
import { areasSeen, bundlesSeen, freeNow, roundsCame } from './view-tables.ts'
import { rebalanceWords } from './words.ts'

/** Weeks of rounds that are told with their effect. */
const weeksTold = 8

export const rebalanceOperations = operations(rebalanceWords, {
  'rebalance.area': view({
    summary: [
      '区域调配：本周方案与做过的效果',
      'Moving goods within an area: the week’s proposal, and what earlier ones brought',
    ],
    who: overseers,
    about: (_db, { area }) => ({ area }),
    input: areaInput,
    makeFirst: proposeForAreaManager,
    async run({ db, today, now }, { area }) {
      const week = weekAsked(today)
      const round = (await lastRound(db, area, week)) ?? null
      const bundles = round ? await bundlesSeen(db, round.id) : []
      const lines = bundles.flatMap((b) => b.lines.map((l) => ({ ...l, n: b.n })))
      const gone = round && !round.decidedAt ? goneAmong(lines, await freeNow(db, lines, now)) : new Set()
      return {
        today,
        week,
        round,
        bundles: bundles.map((b) => ({ ...b, isGone: gone.has(b.n) })),
        stores: (await storesOf(db, null, area, today)).map(({ id, code, name, nameEn }) => ({
          id,
          code,
          name,
          nameEn,
        })),
        /** What a parcel costs today; null while nobody has said. */
        freight: await termsOn(db, today),
        came: await roundsCame(db, area, addDays(week, -7 * weeksTold), today),
      }
    },
  }),
  'rebalance.areas': view({
    summary: ['各区本周调配：定了没有', 'Moves of the areas this week: decided or not'],
    who: overseers,
    about: 'company',
    input: nothing,
    async run({ db, scope, today }) {
      const week = weekAsked(today)
      return { week, areas: await areasSeen(db, scope.areas === 'all' ? null : scope.areas, week) }
    },
  }),
  'rebalance.again': action({
    summary: [
      '按现在的库存重新算调配',
      'Have the week’s moves proposed again, from the shelves as they are now',
    ],
    who: deciders,
    about: (_db, { area }) => ({ area }),
    input: areaInput,
    /** In the thread, before any transaction. */
    prepare: ({ db, today, now }, { area }) => proposeNow(db, area, today, now),
    async run({ db, today, now, note }, { area }, made) {
      if (!made) return refuse('fewStores')
      const week = weekAsked(today)
      await holdArea(db, area)
      const id = await recordMade(db, area, week, made, now)
      note({ record: id, after: { week, bundles: made.bundles.length } })
      return { id, week, bundles: made.bundles.length }
    },
  }),
  'rebalance.decide': action({
    summary: [
      '定本周区域调配：批的开调拨单，不批的写原因',
      'Decide the week’s moves: accepted ones become transfers, refused ones say why',
    ],
    who: deciders,
    about: (_db, { area }) => ({ area }),
    input: decideInput,
    async run({ db, actor, today, now, note }, { area, round, answers, words }) {
      await holdArea(db, area)
      const week = weekAsked(today)
      const last = await lastRound(db, area, week)
      if (!last) return refuse('notFound')
      if (last.id !== round) return refuse('roundOld')
      if (last.decidedAt) return refuse('decidedAlready')
      const no = checkAnswers(await bundleNumbers(db, round), answers)
      if (no) return no
      const accepted = new Set(answers.filter((a) => a.accept).map((a) => a.n))
      const lines = (await linesOf(db, round)).filter((l) => accepted.has(l.n))
      const parcels = parcelsOf(lines)
      // Stores are always locked in the same order.
      const givers = [...new Set(parcels.map((p) => p.from))].sort()
      for (const store of givers)
        await holdStock(db, store, [...new Set(lines.filter((l) => l.from === store).map((l) => l.sku))])
      const gone = goneAmong(lines, await freeNow(db, lines, now))
      if (gone.size > 0) return refuse('stockMoved', { n: gone.size }, 'answers')
      const by = { by: actor.person, at: now }
      const transfers: { from: string; to: string; id: string; number: string }[] = []
      for (const { from, to, lines: asked } of parcels) {
        const id = newId()
        const number = numberOf('DB', today, id)
        const head = { store: from, id, number, to, why: 'brokenSizes', words, day: today, ...by }
        await recordTransfer(db, { ...head, lines: asked })
        await recordStep(db, { store: from, transfer: id, step: 'approved', words: null, ...by })
        transfers.push({ from, to, id, number })
      }
      await recordDecision(db, { round, words, day: today, ...by, answers, transfers })
      const pieces = lines.reduce((n, l) => n + l.pieces, 0)
      note({
        record: round,
        after: {
          week,
          accepted: accepted.size,
          refused: answers.filter((a) => !a.accept).map(({ n, why }) => ({ n, why })),
          pieces,
          transfers: transfers.map((t) => t.number),
        },
        ...(words ? { reason: words } : {}),
      })
      return { id: round, week, accepted: accepted.size, pieces, transfers: transfers.length }
    },
  }),
})
