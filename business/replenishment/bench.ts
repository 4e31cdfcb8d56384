import { seeded } from '../../platform/kinds/random.ts'
import { allocateInThread, transfersInThread } from './stock-thread.ts'
import { applyTransfers, type ChainStock, sizeRuns } from './transfers.ts'

const size = { stores: 500, styles: 2_000, sizes: 6 }

/** A wave and a round of transfers of 500 stores × 2,000 styles × 6 sizes, each in its thread. */
export async function benchEngines(): Promise<void> {
  const { stores, styles, sizes } = size
  const cells = stores * styles * sizes
  const random = seeded(20_260_101)
  const wave = {
    ...size,
    demand: Float32Array.from({ length: cells }, () => 0.2 + 2.5 * random() ** 3),
    available: Int32Array.from({ length: styles * sizes }, () => Math.floor(stores * (0.3 + random()))),
    carries: Uint8Array.from({ length: styles * stores }, () => (random() < 0.95 ? 1 : 0)),
    core: [1, 2, 3],
    leastChance: 0.05,
  }
  const told = `${stores} stores × ${styles} styles × ${sizes} sizes`
  const watch = watchMemory()
  let started = performance.now()
  const { given } = await allocateInThread(wave)
  console.log(
    `allocation, ${told}: ${seconds(started)} s, ${given} pieces given, ${watch.peak()} MB more at the peak`,
  )

  const stock: ChainStock = {
    stores: Array.from({ length: stores }, (_, i) => `S${i}`),
    styles: Array.from({ length: styles }, (_, s) => ({
      style: `${s}`,
      line: s % 5 === 0 ? 1 : 0,
      sizes: Array.from({ length: sizes }, (_, z) => `S${z + 1}`),
      first: s * stores * sizes,
    })),
    pieces: Int32Array.from({ length: cells }, () => Math.max(0, Math.floor(4 * random() - 1))),
    sold: Float64Array.from({ length: styles * stores }, () => Math.floor(8 * random())),
    lines: ['W', 'M'],
    carries: Uint8Array.from({ length: 2 * stores }, (_, i) => (i < stores || i % 3 > 0 ? 1 : 0)),
  }
  const again = watchMemory()
  started = performance.now()
  const bundles = await transfersInThread(stock, 1_000_000)
  const took = seconds(started)
  const [before, after] = [sizeRuns(stock), sizeRuns(applyTransfers(stock, bundles))]
  const pieces = bundles.reduce((sum, b) => sum + b.pieces, 0)
  console.log(
    `transfers, ${told}: ${took} s, ${pieces} pieces in ${bundles.length} bundles, ` +
      `broken runs ${before.broken} → ${after.broken}, ${again.peak()} MB more at the peak`,
  )
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1)

/** Largest growth of the whole process, threads included, seen every 50 ms. */
function watchMemory(): { peak(): number } {
  const first = process.memoryUsage.rss()
  let most = first
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 50)
  return {
    peak() {
      clearInterval(timer)
      return Math.round((most - first) / 1_048_576)
    },
  }
}
