import { type Day, isDay } from '../../../platform/kinds/day.ts'
import type { PositionName, StoreKind } from '../shape.ts'

/** A cell as people type it: full-width forms and stray spaces do not matter. */
export const plain = (text: string | undefined): string =>
  (text ?? '').normalize('NFKC').replace(/\s+/g, ' ').trim()
export const sameText = (text: string): string => plain(text).toLowerCase()

/** Year first, in whatever dress; anything whose order of day and month is a guess is undefined. */
export function readDay(text: string): Day | undefined {
  const match = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[T ].*)?$/.exec(plain(text))
  if (!match) return undefined
  const [, year, m = match[4], d = match[5]] = match
  const day = `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  return isDay(day) ? day : undefined
}

const kindsOf: readonly (readonly [StoreKind, RegExp])[] = [
  ['outlet', /奥莱|奥特莱斯|折扣店|工厂店|outlet|factory/],
  ['concession', /专柜|柜台|专厅|联营|counter|concession|department|shop[- ]?in[- ]?shop/],
  ['street', /街|沿街|独立店|street|high ?street|stand[- ]?alone|flagship|旗舰/],
  ['leased', /租|购物中心|商场店|专卖店|leased?|rent|mall|shopping/],
]
export const readKind = (text: string): StoreKind | undefined =>
  kindsOf.find(([, form]) => form.test(sameText(text)))?.[0]

/** "128.5㎡", "128 平方米" → 128.5; undefined when it is not an area. */
export function readSquareMetres(text: string): number | undefined {
  const match = /^([\d,]+(?:\.\d+)?)\s*(?:m2|m²|sqm|平方米|平米|平方|平)?$/.exec(sameText(text))
  const value = match ? Number(match[1]!.replace(/,/g, '')) : Number.NaN
  return value > 0 && value <= 100_000 ? value : undefined
}

const headquarters: readonly (readonly [PositionName, RegExp])[] = [
  ['generalManager', /^(总经理|总裁|general manager|ceo|gm)$/],
  ['operationsDirector', /^(运营总监|营运总监|operations? director)$/],
  ['areaManager', /^(运营区长|区长|区域经理|区域主管|大区经理|(area|district|regional) (sales )?manager)$/],
  ['finance', /^(财务.*|会计|出纳|finance.*|accountant)$/],
  ['merchandising', /^(商品.*|买手|merchandis.*|buyer)$/],
  ['personnel', /^(人事.*|人力.*|personnel.*|hr.*|human resources.*)$/],
  ['training', /^(培训.*|训练.*|training.*|trainer)$/],
  ['administrator', /^(系统管理员?|管理员|administrator|system administrator)$/],
]
const manager = /^(店长|店铺经理|门店经理|分店经理|store manager|shop manager|branch manager)$/
const ownNames: Partial<Record<PositionName, RegExp>> = {
  storeManager: /^(店长|store manager)$/,
  salesAssociate: /^(导购|sales associate)$/,
}

/**
 * A position as a file names it. In a store only its manager leads; everybody else serves customers and keeps
 * the company's own title (副店长, Cashier). Outside a store the title must be one of headquarters'.
 */
export function readPosition(
  text: string,
  inStore: boolean,
): { position: PositionName; title: string | null } | undefined {
  const name = sameText(text)
  const position = inStore
    ? manager.test(name)
      ? 'storeManager'
      : 'salesAssociate'
    : headquarters.find(([, form]) => form.test(name))?.[0]
  if (!position) return undefined
  const plainName = ownNames[position]?.test(name) ?? !inStore
  return { position, title: name === '' || plainName ? null : plain(text) }
}
