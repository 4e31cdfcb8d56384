// `npm run bench`: figures for speed, each as what it took and, where it can be, as a ratio within one run.
import { register } from 'tsx/esm/api'

register()
const { benchSplits } = await import('../business/targets/split/bench.ts')
await benchSplits()
