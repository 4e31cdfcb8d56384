import { action, operations, view } from '../../platform/server/door.ts'
import { shopFloor, viewers } from './reach.ts'
import { checksOn, mattersBy, recordCheck, samplesOf } from './sample-tables.ts'
import { sampleCheckInput, storeInput } from './shape.ts'
import { stockWords } from './words.ts'

export const sampleOperations = operations(stockWords, {
  'stock.samples': view({
    summary: ['样衣与今天谁看过', 'Samples, and who has looked through them today'],
    who: viewers,
    about: (_db, { store }) => ({ store }),
    input: storeInput,
    run: async ({ db, today }, { store }) => ({
      today,
      samples: await samplesOf(db, store),
      checks: await checksOn(db, store, today),
    }),
  }),
  'stock.checkSamples': action({
    summary: ['样衣看过：破损、缺件已登记', 'Samples looked through; what is damaged or missing is noted'],
    mayWait: true,
    who: shopFloor,
    about: (_db, { store }) => ({ store }),
    input: sampleCheckInput,
    async run({ db, actor, today, now, note }, { id, store, words }) {
      const samples = (await samplesOf(db, store)).reduce((sum, s) => sum + s.pieces, 0)
      const matters = await mattersBy(db, store, today, actor.person)
      const check = { store, id, day: today, by: actor.person, samples, matters, words, at: now }
      if (await recordCheck(db, check)) note({ record: id, after: { samples, matters } })
      return { day: today, person: actor.person, samples, matters }
    },
  }),
})
