import { cents, formatMoney } from '../../../platform/kinds/money.ts'
import { type Language, type Sentence, say } from '../../../platform/kinds/words.ts'
import type { Preview } from './preview.ts'
import { remarksOf } from './rules/remarks.ts'
import type { RunResult } from './run.ts'
import { sayRow, sayWhy } from './say.ts'
import type { ControlTotals } from './shape.ts'
import { importWords } from './words.ts'

export interface ImportReport {
  readonly file: string
  readonly preview: Preview
  readonly dryRun: boolean
  readonly id?: string
  readonly result?: RunResult
  readonly rejectedFile?: string
}

const yuan = (amount: number): string => formatMoney(cents(amount))

/** What the command line says of an import: what the file is, what came of it, and that both sides agree. */
export function reportText(
  { file, preview, dryRun, id, result, rejectedFile }: ImportReport,
  language: Language,
): string {
  const t = (zh: string, en: string) => (language === 'zh' ? zh : en)
  const { info, settings } = preview
  const about = [
    info.sheet ?? info.encoding,
    info.delimiter === undefined ? undefined : JSON.stringify(info.delimiter),
  ]
    .filter(Boolean)
    .join(' ')
  const lines = [
    `${file} · ${say(importWords[`kind_${settings.kind}`] as Sentence, language)} · ${about} · ${preview.rows} ${t('行', 'rows')}`,
  ]
  lines.push(
    `  ${t('列', 'columns')}: ${Object.entries(settings.columns)
      .filter(([, c]) => c !== '')
      .map(([field, column]) => `${column}→${field}`)
      .join('  ')}`,
  )
  for (const { code, parts } of preview.splitExamples.slice(0, 3)) {
    lines.push(
      `  ${code} → ${
        parts
          ? Object.entries(parts)
              .map(([k, v]) => `${k} ${v}`)
              .join(', ')
          : '✗'
      }`,
    )
  }
  for (const question of preview.questions) lines.push(`? ${sayWhy(question.why, question.facts, language)}`)
  const totals = result?.totals ?? preview.totals
  lines.push(...currencyLines(preview, totals, t))
  if (!totals) return lines.join('\n')
  lines.push(
    t(
      `  行: 读 ${totals.rowsRead}  收 ${totals.rowsAccepted}  退 ${totals.rowsRejected}  已有 ${totals.rowsKnown}`,
      `  rows: read ${totals.rowsRead}  accepted ${totals.rowsAccepted}  rejected ${totals.rowsRejected}  known ${totals.rowsKnown}`,
    ),
  )
  if (preview.list) {
    lines.push(
      t(
        `  新建 ${preview.list.creates}  更改 ${preview.list.updates}  不变 ${preview.list.unchanged}`,
        `  created ${preview.list.creates}  changed ${preview.list.updates}  unchanged ${preview.list.unchanged}`,
      ),
    )
  } else {
    lines.push(
      t(
        `  文件: ${totals.tickets} 张小票  ${totals.units} 件  ¥${yuan(totals.amount)}（逐位合计 ${totals.amountInFile}）  ${totals.firstDay ?? '—'} … ${totals.lastDay ?? '—'}`,
        `  file:  ${totals.tickets} tickets  ${totals.units} pieces  ${yuan(totals.amount)} (all decimals: ${totals.amountInFile})  ${totals.firstDay ?? '—'} … ${totals.lastDay ?? '—'}`,
      ),
    )
    if (result) {
      const { inBooks } = result
      const same =
        inBooks.amount === totals.amount &&
        inBooks.units === totals.units &&
        inBooks.tickets === totals.tickets
      lines.push(
        t(
          `  账上: ${inBooks.tickets} 张小票  ${inBooks.units} 件  ¥${yuan(inBooks.amount)}  ${same ? '证：与文件分毫不差' : '✗ 与文件不同'}`,
          `  books: ${inBooks.tickets} tickets  ${inBooks.units} pieces  ${yuan(inBooks.amount)}  ${same ? 'the same as the file, to the cent' : '✗ not the same as the file'}`,
        ),
      )
    }
  }
  if (result && (result.madeStores > 0 || result.madePeople > 0) && !preview.list) {
    lines.push(
      t(
        `  新建: ${result.madeStores} 家店  ${result.madePeople} 位导购`,
        `  created: ${result.madeStores} stores  ${result.madePeople} associates`,
      ),
    )
  }
  for (const { sentence, facts } of remarksOf(preview))
    lines.push(`  · ${say(importWords[sentence], language, facts)}`)
  if (preview.missingStores.length > 0 && !settings.createMissing) {
    const names = preview.missingStores
      .slice(0, 8)
      .map((s) => s.text)
      .join('、')
    lines.push(
      t(
        `  · ${preview.missingStores.length} 家店未建档（${names}）：加 --create-missing 新建，或 --store-is 对应`,
        `  · ${preview.missingStores.length} stores are not filed (${names}): --create-missing makes them, --store-is matches them`,
      ),
    )
  }
  for (const { why, count } of preview.rejected) lines.push(`  ✗ ${count} × ${why}`)
  if (!settings.addUpDays && preview.rejected.some((r) => r.why === 'repeatedDay'))
    lines.push(
      `  · ${t('同一店同一天的多行若是分部门的，加 --add-up 相加', 'if several rows of one store and day are its departments, --add-up adds them up')}`,
    )
  for (const { row, why, facts } of preview.firstRejected.slice(0, 5))
    lines.push(`    ${sayRow(row, why, facts, language)}`)
  if (rejectedFile) lines.push(`  → ${rejectedFile}`)
  if (dryRun) lines.push(t('  只是预览，没有写入', '  preview only, nothing was written'))
  else if (id) lines.push(`  id ${id}`)
  return lines.join('\n')
}

/** Which currencies the rows are in, when not all are in the company's: as written, and what they become. */
function currencyLines(
  preview: Preview,
  totals: ControlTotals | null | undefined,
  t: (zh: string, en: string) => string,
): string[] {
  if (preview.currencies.every((c) => c.own)) return []
  return preview.currencies.map(({ currency, rows, written, own }) => {
    const seen = `  ${currency}: ${rows} ${t('行', 'rows')}  ${written}`
    const total = totals?.currencies.find((c) => c.currency === currency)
    if (!total) return seen
    if (total.rejected > 0) return `${seen}  ${t('退回', 'returned')}`
    const rate = total.rate ? `  × ${total.rate.rate} (${total.rate.day})` : ''
    const taken = t(`收 ${total.rows} 行 ${total.written}`, `taken ${total.rows} rows ${total.written}`)
    return `${seen}  ${taken}${own ? '' : rate} = ${preview.currency} ${yuan(total.amount)}`
  })
}

/** The same in figures; amounts in yuan with two decimals stand beside 分. */
export function reportJson({ file, preview, id, result, dryRun, rejectedFile }: ImportReport) {
  const totals = result?.totals ?? preview.totals
  return {
    file,
    id: id ?? null,
    dryRun,
    kind: preview.settings.kind,
    settings: preview.settings,
    questions: preview.questions,
    rows: totals && {
      read: totals.rowsRead,
      accepted: totals.rowsAccepted,
      rejected: totals.rowsRejected,
      known: totals.rowsKnown,
    },
    inFile: totals && {
      tickets: totals.tickets,
      units: totals.units,
      amount: totals.amount,
      amountExact: totals.amountInFile,
    },
    inBooks: result?.inBooks ?? null,
    firstDay: totals?.firstDay ?? null,
    lastDay: totals?.lastDay ?? null,
    storeMonths: totals?.storeMonths ?? [],
    currency: preview.currency,
    currenciesInFile: preview.currencies,
    currencies: totals?.currencies ?? [],
    rejected: preview.rejected,
    remarks: preview.remarks,
    missingStores: preview.missingStores,
    missingPeople: preview.missingPeople,
    madeStores: result?.madeStores ?? 0,
    madePeople: result?.madePeople ?? 0,
    list: preview.list,
    rejectedFile: rejectedFile ?? null,
  }
}
