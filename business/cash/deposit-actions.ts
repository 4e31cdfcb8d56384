import { zero } from '../../platform/kinds/money.ts'
import { isRefusal, refuse } from '../../platform/kinds/refusal.ts'
import { seePhoto, takePhoto } from '../../platform/photos/operations.ts'
import { keepPhotos } from '../../platform/photos/tables.ts'
import { action, operations } from '../../platform/server/door.ts'
import { cashIn } from './books.ts'
import { checkDeposit, isLate } from './deposit-rules.ts'
import {
  daysOwed,
  findDeposit,
  findTerms,
  recordDeposit,
  recordTakenBack,
  writeTerms,
} from './deposit-tables.ts'
import { enter, entriesOf, holdTill } from './ledger-tables.ts'
import { bookkeepers, cashiers, managers, viewers } from './reach.ts'
import { entry, undone } from './rules.ts'
import { depositInput, takeBackInput, termsInput } from './shape.ts'
import { cashWords } from './words.ts'

/** Photographs of the papers that deposits were made with. */
const subject = 'slip'

export const depositOperations = operations(cashWords, {
  'cash.takePhoto': takePhoto({
    summary: ['给缴款单拍照', 'Take a photo of a deposit’s slip'],
    who: cashiers,
    subject,
  }),
  'cash.photo': seePhoto({ summary: ['缴款单照片', 'The photo of a slip'], who: viewers, subject }),
  'cash.deposit': action({
    summary: ['缴存', 'Pay cash in at the bank or the mall'],
    mayWait: true,
    who: cashiers,
    about: (_db, { store }) => ({ store }),
    input: depositInput,
    async run({ db, actor, today, now, note }, { id, store, days, amount, slip, photo, paidTo, words }) {
      const till = await holdTill(db, store)
      if (!till) return refuse('tillNotBegun')
      const known = await findDeposit(db, store, id)
      if (known)
        return {
          id,
          amount: known.amount,
          isLate: isLate(known.at, known.dueAt),
          days: known.days,
          from: known.day,
        }
      const accepted = checkDeposit(
        await cashIn(db, store, 'safe'),
        await daysOwed(db, store),
        days,
        amount,
        words,
      )
      if (isRefusal(accepted)) return accepted
      if (photo && !(await keepPhotos(db, { store, subject, ids: [photo], at: now })))
        return refuse('photoGone', {}, 'photo')
      const by = { by: actor.person, at: now }
      await recordDeposit(db, {
        store,
        id,
        day: today,
        amount,
        slip,
        photo,
        paidTo,
        words,
        ...accepted,
        ...by,
      })
      await enter(db, store, entry('deposit', today, 'cash', ['safe', 'transit'], amount), {
        cause: id,
        ...by,
      })
      const late = accepted.days.some((d) => isLate(now, d.dueAt))
      note({
        record: id,
        after: { amount, asked: accepted.asked, slip, paidTo, days, late },
        ...(words ? { reason: words } : {}),
      })
      return {
        id,
        amount,
        isLate: late,
        days: accepted.days.map((d) => d.day),
        from: accepted.days[0]?.day ?? today,
      }
    },
  }),
  'cash.takeBackDeposit': action({
    summary: ['撤回一笔缴存', 'Take a deposit back that was entered wrongly'],
    who: { ...managers, ...bookkeepers },
    about: (_db, { store }) => ({ store }),
    input: takeBackInput,
    async run({ db, actor, now, note }, { store, deposit, words }) {
      await holdTill(db, store)
      const known = await findDeposit(db, store, deposit)
      if (!known) return refuse('notFound')
      if (known.takenBack !== null) return refuse('alreadyTakenBack')
      if (known.isMatched) return refuse('alreadyMatched')
      if (known.isClosed) return refuse('alreadyClosed')
      const by = { by: actor.person, at: now }
      await recordTakenBack(db, { store, deposit, words, ...by })
      await enter(db, store, undone(await entriesOf(db, store, deposit)), { cause: deposit, ...by })
      note({ record: deposit, before: { amount: known.amount }, after: { amount: zero }, reason: words })
      return { id: deposit, from: known.days[0] ?? known.day }
    },
  }),
  'cash.setTerms': action({
    summary: ['缴存规则：期限与容差', 'The company’s terms: deadline of deposits, and tolerance'],
    who: bookkeepers,
    about: 'company',
    input: termsInput,
    async run({ db, note }, terms) {
      note({ before: await findTerms(db), after: terms })
      await writeTerms(db, terms)
      return terms
    },
  }),
})
