import { refuse } from '../../platform/kinds/refusal.ts'
import { action, operations } from '../../platform/server/door.ts'
import { recordTerms, termsOn } from './freight-tables.ts'
import { merchandisers } from './reach.ts'
import { freightInput } from './shape.ts'
import { stockWords } from './words.ts'

export const freightOperations = operations(stockWords, {
  'stock.setFreight': action({
    summary: ['调拨运费：一包多少钱', 'What a parcel between two stores costs'],
    who: { ...merchandisers, finance: 'company' },
    about: 'company',
    input: freightInput,
    async run({ db, actor, today, now, note }, terms) {
      // What was moved keeps the rate of its day.
      if (terms.fromDay < today) return refuse('freightInPast', { today }, 'fromDay')
      note({ before: await termsOn(db, terms.fromDay), after: terms })
      await recordTerms(db, { ...terms, by: actor.person, at: now })
      return terms
    },
  }),
})
