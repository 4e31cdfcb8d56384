import type { Paper, PaperBlock } from '../../../platform/files/pdf.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { formatMoney, type Money } from '../../../platform/kinds/money.ts'
import { type Language, type Sentence, say } from '../../../platform/kinds/words.ts'
import { showValue } from '../metrics/show.ts'
import { alignmentWords } from '../metrics/words.ts'
import type { ReportLine, RollUp } from './rollup.ts'
import { wallClock } from './rules.ts'
import type { Report } from './shape.ts'
import { filingWords } from './sheets.ts'
import { reportWords as w } from './words.ts'

interface Named {
  readonly name: string
  readonly nameEn: string | null
}
const nameIn = (thing: Named, language: Language): string => (language === 'en' && thing.nameEn) || thing.name
const yuan = (amount: Money | null | undefined): string =>
  amount === null || amount === undefined ? '—' : `¥${formatMoney(amount, 'whole')}`
const signed = (amount: Money): string => (amount > 0 ? '+' : '') + formatMoney(amount)
const percent = (ratio: number | null | undefined): string =>
  ratio === null || ratio === undefined ? '—' : showValue(ratio, 'percent', 'zh')
const growth = (ratio: number | null): string => showValue(ratio ?? undefined, 'growth', 'zh')

/** One report on one page: figures, comparisons, people, the gap, the manager's words, the review. */
export function reportPaper(
  store: Named & { timeZone: string },
  report: Report,
  language: Language,
  now: Date,
): Paper {
  const said = (sentence: Sentence, facts?: Record<string, unknown>): string => say(sentence, language, facts)
  const f = report.figures
  const clock = (iso: string): string => wallClock(new Date(iso), store.timeZone)
  const late = Math.max(0, Math.ceil((Date.parse(report.submittedAt) - Date.parse(report.dueAt)) / 60_000))
  const filing = filingWords(
    { filing: late > 0 ? 'late' : 'inTime', minutesLate: late, reason: null },
    language,
  )
  const blocks: PaperBlock[] = [
    {
      kind: 'title',
      text: `${nameIn(store, language)} · ${said(w.dailyReport)}`,
      under: `${report.day} · ${report.submittedByName} ${clock(report.submittedAt)} · ${filing}`,
    },
    {
      kind: 'figures',
      figures: [
        { label: said(w.net), value: yuan(f.net), under: `/ ${yuan(f.target)} · ${percent(f.achieved)}` },
        {
          label: said(w.monthNet),
          value: yuan(f.month.net),
          under: `${said(w.monthRate)} ${percent(f.month.achievedShare)} · ${said(w.timeShare)} ${percent(f.month.elapsedShare)}`,
        },
        {
          label: said(w.conversion),
          value: percent(f.figures.conversionRate),
          under: f.figures.traffic > 0 ? `${f.figures.countedTickets} / ${f.figures.traffic}` : '',
        },
        {
          label: said(w.unitsPerTransaction),
          value: showValue(f.figures.unitsPerTransaction ?? undefined, 'ratio', language),
          under: `${f.figures.units} / ${f.figures.saleTickets}`,
        },
        { label: said(w.averageTransactionValue), value: yuan(f.figures.averageTransactionValue) },
      ],
    },
    { kind: 'heading', text: said(w.why) },
    { kind: 'text', text: report.why },
    { kind: 'heading', text: said(w.tomorrow) },
    { kind: 'text', text: report.tomorrow },
    { kind: 'heading', text: said(w.comparison) },
    {
      kind: 'table',
      columns: [
        { title: '' },
        { title: said(w.day), right: true },
        { title: said(w.net), right: true },
        { title: said(w.change), right: true },
      ],
      rows: f.compared.map((c) => [said(alignmentWords[c.by]), c.day, yuan(c.net), growth(c.ratio)]),
    },
    { kind: 'heading', text: said(w.people) },
    {
      kind: 'table',
      columns: [
        { title: said(w.person) },
        { title: said(w.net), right: true },
        { title: said(w.target), right: true },
        { title: said(w.rate), right: true },
      ],
      rows: f.people.map((p) => [
        p.name,
        yuan(p.net),
        yuan(p.target),
        p.target ? percent(p.net / p.target) : '—',
      ]),
    },
  ]
  if (f.gap && f.target !== null) {
    blocks.push(
      {
        kind: 'heading',
        text: `${said(w.gap)} · ${said(w.vsTarget, { amount: signed((f.net - f.target) as Money) })}`,
      },
      {
        kind: 'table',
        columns: [{ title: said(w.factor) }, { title: said(w.amount), right: true }],
        rows: f.gap.parts.map((p) => [said(p.name), signed(p.amount)]),
        totals: [said(w.total), signed((f.net - f.target) as Money)],
      },
    )
  }
  if (report.reviews.length > 0) {
    blocks.push(
      { kind: 'heading', text: said(w.questions) },
      {
        kind: 'table',
        columns: [{ title: '' }, { title: '' }, { title: '' }],
        rows: report.reviews.map((r) => [`${r.byName} ${clock(r.at)}`, said(w[r.kind]), r.words ?? '']),
      },
    )
  }
  return {
    title: `${nameIn(store, language)} ${said(w.dailyReport)} ${report.day}`,
    foot: foot(language, now),
    blocks,
  }
}

export function areaPaper(
  board: { day: Day; name: string | null; lines: readonly ReportLine[]; rollUp: RollUp },
  language: Language,
  now: Date,
): Paper {
  const said = (sentence: Sentence, facts?: Record<string, unknown>): string => say(sentence, language, facts)
  const { rollUp, lines } = board
  return {
    title: `${said(w.dayOfArea)} ${board.day}`,
    landscape: true,
    foot: foot(language, now),
    blocks: [
      {
        kind: 'title',
        text: [board.name, said(w.dayOfArea)].filter(Boolean).join(' · '),
        under: `${board.day} · ${said(w.filedOf, { ...rollUp })}`,
      },
      {
        kind: 'figures',
        figures: [
          { label: said(w.net), value: yuan(rollUp.net), under: `/ ${yuan(rollUp.target)}` },
          { label: said(w.rate), value: percent(rollUp.target ? rollUp.aimedNet / rollUp.target : null) },
          { label: said(w.late), value: String(rollUp.late) },
          { label: said(w.missing), value: String(rollUp.missing) },
        ],
      },
      {
        kind: 'table',
        columns: [
          { title: said(w.store) },
          { title: said(w.filing) },
          { title: said(w.net), right: true },
          { title: said(w.target), right: true },
          { title: said(w.rate), right: true },
          { title: said(w.monthRate), right: true },
          { title: said(w.conversion), right: true },
          { title: said(w.unitsPerTransaction), right: true },
          { title: said(w.why) },
          { title: said(w.tomorrow) },
        ],
        rows: lines.map((l) => {
          const f = l.figures
          return [
            nameIn(l, language),
            filingWords(l, language),
            yuan(f?.net),
            yuan(f?.target),
            percent(f?.achieved),
            percent(f?.month.achievedShare),
            percent(f?.figures.conversionRate),
            showValue(f?.figures.unitsPerTransaction ?? undefined, 'ratio', language),
            l.why ?? '',
            l.tomorrow ?? '',
          ]
        }),
        totals: [
          said(w.total),
          '',
          yuan(rollUp.net),
          yuan(rollUp.target),
          percent(rollUp.target ? rollUp.aimedNet / rollUp.target : null),
        ],
      },
    ],
  }
}

const foot = (language: Language, now: Date): string =>
  say(w.printed, language, { when: now.toISOString().slice(0, 16).replace('T', ' ') })
