import type { Sentence } from '../../../platform/kinds/words.ts'
import type { Target } from '../../../platform/web/place.tsx'
import type { OwnProofName, ProofName } from '../catalogue/proofs.ts'
import type { DutyItem } from './api.ts'

type Proved = Pick<DutyItem, 'duty' | 'store' | 'seat' | 'period' | 'day' | 'act'> & {
  readonly proof: { readonly action: string; readonly record: string | null }
}
interface RecordPage {
  readonly name: Sentence
  /** Its page for who did it, and for who looks after it where that is another one. */
  readonly to: (item: Proved, isReader: boolean) => Target | null
}

const report: RecordPage = {
  name: ['日报', 'Daily report'],
  to: ({ store, period }, isReader) =>
    isReader
      ? { to: '/reports', search: { day: period, store } }
      : { to: '/report', search: { day: period, store } },
}
const sample: RecordPage = {
  name: ['日报核阅', 'Reports looked at'],
  to: ({ act }) => (act ? { to: act.path, search: act.query } : null),
}
const storeMonth: RecordPage = {
  name: ['月目标', 'Month’s targets'],
  to: ({ store, period }) => ({ to: `/targets/stores/${store}`, search: { month: period } }),
}
const areaPlan: RecordPage = {
  name: ['区域目标', 'Area plan'],
  to: ({ seat, period }) => ({ to: `/targets/areas/${seat}`, search: { year: period.slice(0, 4) } }),
}
const yearPlan: RecordPage = {
  name: ['年度计划', 'Year plan'],
  to: ({ period }) => ({ to: '/targets', search: { year: period.slice(0, 4) } }),
}
const ticket: RecordPage = {
  name: ['小票', 'Ticket'],
  to: ({ store, proof }) => (proof.record ? { to: `/tickets/${store}/${proof.record}` } : null),
}

/** What an act leaves is called, and where it stands. An act that is not listed here is found on the page of its duty. */
const pages: Readonly<Partial<Record<ProofName | OwnProofName, RecordPage>>> = {
  'reports.submit': report,
  'reports.confirm': sample,
  'reports.askBack': sample,
  'duties.confirm': sample,
  'targets.saveStoreMonth': storeMonth,
  'targets.respreadPeople': storeMonth,
  'rosters.respreadTargets': storeMonth,
  'targets.releaseArea': areaPlan,
  'targets.submitYear': yearPlan,
  'targets.decideYear': yearPlan,
  'sales.ticket': ticket,
  'sales.reverse': ticket,
  'sales.till': {
    name: ['收银导入', 'Till import'],
    to: ({ store, day }) => ({ to: '/tickets', search: { store, day } }),
  },
}

const record: Sentence = ['记录', 'Record']
/** The proving record of a duty that is done: its word, and its page. */
export function recordOf(item: Proved, isReader: boolean): { name: Sentence; to: Target | null } {
  const page = (pages as Readonly<Record<string, RecordPage | undefined>>)[item.proof.action]
  if (page) return { name: page.name, to: page.to(item, isReader) }
  return { name: record, to: item.act ? { to: item.act.path, search: item.act.query } : null }
}
