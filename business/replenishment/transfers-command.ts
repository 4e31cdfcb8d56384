import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { InvalidArgumentError, Option } from 'commander'
import { outFault } from '../../platform/files/command-files.ts'
import { isRefusal } from '../../platform/kinds/refusal.ts'
import { type Language, say } from '../../platform/kinds/words.ts'
import { readChain, transfersCsv } from './chain-files.ts'
import { transfersInThread } from './stock-thread.ts'
import { transferWords } from './transfer-words.ts'
import { applyTransfers, type ChainStock, sizeRuns, type TransferBundle } from './transfers.ts'

interface Options {
  readonly maxPieces: number
  readonly out?: string
  readonly json?: boolean
  readonly language: Language
}

/** `jingwei transfers propose SALES_CSV INVENTORY_CSV [--max-pieces N] [--out FILE]` */
export function registerTransfersCommand(program: Command): void {
  program
    .command('transfers')
    .description('transfers between stores that make size runs whole / 调拨')
    .command('propose')
    .description('proposes moves and reports size runs before and after / 调拨建议')
    .argument('<sales>', 'CSV: store, product_id, quantity')
    .argument('<inventory>', 'CSV: product_id and one column a store')
    .option('--max-pieces <n>', 'move so many pieces at most', whole, Number.MAX_SAFE_INTEGER)
    .option('--out <file>', 'write the moves as CSV: bundle, aim, from, to, product_id, pieces')
    .option('--json', 'moves and report as JSON')
    .addOption(new Option('--language <language>', 'zh or en').choices(['zh', 'en']).default('en'))
    .action(async (sales: string, inventory: string, options: Options, command: Command) => {
      const unwritten = await outFault(options.out, options.language)
      if (unwritten) command.error(unwritten)
      const stock = await readChain(sales, inventory)
      if (isRefusal(stock)) command.error(say(transferWords[stock.refused], options.language, stock.facts))
      const bundles = await transfersInThread(stock, options.maxPieces)
      if (options.out !== undefined) await writeFile(options.out, transfersCsv(stock, bundles))
      if (options.json) console.log(JSON.stringify({ ...transferReport(stock, bundles), bundles }))
      else for (const line of transferText(stock, bundles, options.language)) console.log(line)
    })
}

export function transferReport(stock: ChainStock, bundles: readonly TransferBundle[]) {
  const after = applyTransfers(stock, bundles)
  const units = (of: ChainStock): number => of.pieces.reduce((sum, pieces) => sum + pieces, 0)
  return {
    before: sizeRuns(stock),
    after: sizeRuns(after),
    pieces: bundles.reduce((sum, b) => sum + b.pieces, 0),
    bundles: bundles.length,
    unitsBefore: units(stock),
    unitsAfter: units(after),
  }
}

/** The report, then each bundle with its reason. */
export function transferText(
  stock: ChainStock,
  bundles: readonly TransferBundle[],
  language: Language,
): string[] {
  const { before, after, ...report } = transferReport(stock, bundles)
  const lines = [
    say(transferWords.runs, language, { when: say(transferWords.before, language), ...before }),
    say(transferWords.runs, language, { when: say(transferWords.after, language), ...after }),
    say(transferWords.moved, language, report),
  ]
  for (const bundle of bundles) lines.push(bundleText(stock, bundle, language))
  return lines
}

function bundleText(stock: ChainStock, bundle: TransferBundle, language: Language): string {
  const { style, store, aim, moves } = bundle
  const { style: number, sizes } = stock.styles[style]!
  const list = moves
    .map((m) => {
      const other = stock.stores[aim === 'completes' ? m.from : m.to]
      return say(transferWords[aim === 'completes' ? 'sizeFrom' : 'sizeTo'], language, {
        size: sizes[m.size],
        pieces: m.pieces,
        store: other,
      })
    })
    .join(language === 'zh' ? '、' : ', ')
  return say(transferWords[aim], language, {
    style: number,
    store: stock.stores[store],
    list,
    sold: stock.sold[style * stock.stores.length + store],
  })
}

function whole(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError('a whole number')
  return number
}
