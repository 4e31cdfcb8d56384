import { z } from 'zod'
import { isRefusal, refuse } from '../../platform/kinds/refusal.ts'
import { action, operations, view } from '../../platform/server/door.ts'
import { idInput } from '../organization/shape.ts'
import { changeStyle } from './rules.ts'
import { searchInput, sellingPointsInput, styleInput } from './shape.ts'
import {
  findByBarcode,
  findCost,
  findPoints,
  findPrices,
  findStanding,
  findStyle,
  findStyles,
  writePoints,
  writeStyle,
} from './tables.ts'
import { goodsWords } from './words.ts'

const everyone = {
  generalManager: 'company',
  operationsDirector: 'company',
  areaManager: 'company',
  storeManager: 'company',
  salesAssociate: 'company',
  finance: 'company',
  merchandising: 'company',
  training: 'company',
  administrator: 'company',
} as const
const buyers = { generalManager: 1, operationsDirector: 1, finance: 1, merchandising: 1 } as const

export const goodsOperations = operations(goodsWords, {
  'goods.search': view({
    summary: ['扫码或搜索款式', 'Scan or search styles'],
    who: everyone,
    about: 'company',
    input: searchInput,
    /** `sku` is set where a barcode was scanned: the one piece that it names. */
    async run({ db, today }, { text, limit }) {
      const scanned = /^[!-~]{4,40}$/.test(text) ? await findByBarcode(db, text, today) : undefined
      if (scanned) return { day: today, sku: scanned.sku, styles: [scanned.style] }
      return { day: today, sku: null, styles: await findStyles(db, text, today, limit) }
    },
  }),
  'goods.style': view({
    summary: ['一个款的资料与价格历史', 'One style with its price history'],
    who: everyone,
    about: 'company',
    input: z.strictObject({ id: idInput }),
    /** `cost` is there only for those who buy and account for goods. */
    async run({ db, today, actor }, { id }) {
      const style = await findStyle(db, id, today)
      if (!style) return refuse('notFound')
      const buys = actor.appointments.some((a) => a.position in buyers)
      return {
        ...style,
        prices: await findPrices(db, id),
        points: await findPoints(db, id),
        ...(buys ? { cost: await findCost(db, id, today) } : {}),
      }
    },
  }),
  'goods.save': action({
    summary: ['保存款式、颜色尺码和吊牌价', 'Save a style, its colours, sizes and tag prices'],
    who: { merchandising: 'company', administrator: 'company' },
    about: 'company',
    input: styleInput,
    async run({ db, today, note }, input) {
      const steps = changeStyle(input, await findStanding(db, input), today)
      if (isRefusal(steps)) return steps
      const before = await findStyle(db, input.id, today)
      const pieces = await writeStyle(db, input, steps)
      if (pieces < input.skus.length) {
        const { color, size } = input.skus[0]!
        return refuse('skuElsewhere', { color, size }, 'skus')
      }
      note({ record: input.id, before, after: input })
      return { id: input.id }
    },
  }),
  'goods.tellPoints': action({
    summary: ['写一个款的卖点', 'Say what sells a style'],
    who: { merchandising: 'company', training: 'company', administrator: 'company' },
    about: 'company',
    input: sellingPointsInput,
    async run({ db, note }, input) {
      const before = await findPoints(db, input.style)
      if (!(await writePoints(db, input))) return refuse('notFound')
      note({ record: input.style, before, after: { zh: input.zh, en: input.en } })
      return { id: input.style }
    },
  }),
})
