import { words } from '../../platform/kinds/words.ts'
import { splitRefusals } from './split/words.ts'

/** Every refusal of the target chain; those of the splits are taken over. */
export const targetWords = words({
  ...splitRefusals,
  notFound: ['没有找到', 'Not found'],
  amountNotUsable: ['金额须是大于等于 0 的整分', 'An amount is whole cents, zero or more'],
  monthNotUsable: ['月份写作 2027-03', 'A month is written 2027-03'],
  factorNotUsable: ['份数在 0 到 10 之间', 'A share is between 0 and 10'],
  reasonMissing: ['请写明原因', 'Please say why'],
  nothingToSplit: ['还没有可以分的行', 'There is nothing to split to yet'],
  changedMeanwhile: [
    '{who} 在 {when} 已经保存了第 {version} 版，请先看过再改',
    '{who} saved version {version} at {when}; look at it before you change more',
  ],
  notLatest: [
    '第 {version} 版之后还有更新的版本，只能处理最新一版',
    'Version {version} is not the latest; only the latest can be dealt with',
  ],
  notADraft: [
    '第 {version} 版不是草稿，不能再提交',
    'Version {version} is not a draft and cannot be submitted',
  ],
  notSubmitted: ['第 {version} 版没有在等审批', 'Version {version} is not waiting for approval'],
  alreadyReleased: ['第 {version} 版已经下达', 'Version {version} is released already'],
  yearNotApproved: [
    '{year} 年度计划还没有批准，区域暂时不能分解',
    'The plan of {year} is not approved yet, so areas cannot split it',
  ],
  areaNotInPlan: ['{year} 年度计划里没有这个区域', 'The plan of {year} has no line for this area'],
  areaMissing: [
    '区域“{name}”已有生效的目标，计划里不能少了它',
    'Area “{name}” has targets in force and cannot be left out',
  ],
  areaUnknown: ['有一行不是在营区域', 'One line is not an area in operation'],
  storeUnknown: ['有一行不是本区域的店铺', 'One line is not a store of this area'],
  storeMissing: ['店铺“{name}”不能漏掉', 'Store “{name}” cannot be left out'],
  lineTwice: ['“{name}”出现了两次', '“{name}” appears twice'],
  monthDoesNotAdd: [
    '{month} 月各店合计 ¥{sum}，应为 ¥{should}，差 ¥{difference}',
    'Stores sum to ¥{sum} in month {month}; it must be ¥{should}, ¥{difference} apart',
  ],
  storeNotTrading: [
    '{month} 月“{name}”不在本区域营业，目标只能是 0',
    '“{name}” does not trade in this area in month {month}; its target can only be 0',
  ],
  stillWithOtherArea: [
    '{month} 月“{name}”的目标还在“{area}”名下，请先由该区调减',
    'The target of “{name}” in month {month} is still with “{area}”; that area has to lower it first',
  ],
  elapsedMonthChanged: [
    '{month} 月已经过去，“{name}”的 ¥{before} 不能再改成 ¥{after}',
    'Month {month} has passed; ¥{before} of “{name}” can no longer become ¥{after}',
  ],
  belowElapsed: [
    '“{name}” {month} 的目标不能低于已过去各天的 ¥{elapsed}（现为 ¥{after}）',
    'The target of “{name}” in {month} cannot be below ¥{elapsed} of the days that have passed (now ¥{after})',
  ],
  parentChanged: [
    '年度计划已调整，本区 {month} 月应为 ¥{should}，请在新计划上重新分解',
    'The year plan has changed: month {month} of this area is now ¥{should}; split again from the new plan',
  ],
  noMonthTarget: ['{month} 还没有下达到本店的目标', 'No target has been released to this store for {month}'],
  dayCount: ['{month} 有 {days} 天，收到 {given} 天', '{month} has {days} days; {given} were given'],
  daysDoNotAdd: [
    '各天合计 ¥{sum}，月目标是 ¥{should}，差 ¥{difference}',
    'The days sum to ¥{sum}; the month is ¥{should}, ¥{difference} apart',
  ],
  personNotHere: ['有一个人本月不在本店', 'One person is not with this store in this month'],
  nobodyToSplit: [
    '本店本月还没有分到人，没有可以重分的',
    'This month is not split to people yet; there is nothing to split again',
  ],
  noHistory: [
    '还没有任何销售历史，请先导入或直接填写',
    'There is no sales history yet: import some, or fill in the plan',
  ],
  fileGone: [
    '找不到这个文件，可能已过期，请重新上传',
    'This file is not here any more; please upload it again',
  ],
  peopleDoNotAdd: ['{day} 各人合计与本店目标不相等', 'On {day} the people do not sum to the store’s target'],
  versionsNotComparable: [
    '只能比较同一张计划的两个版本',
    'Only two versions of the same plan can be compared',
  ],
})

/** Sentences of the explanation that sum over stores. */
export const reasonWords = words({
  newStores: ['新店', 'New stores'],
  closures: ['停业与装修天数变化', 'Change in days closed'],
  campaigns: ['活动安排变化', 'Change in campaigns'],
})

/** Heads of the sheets that people take away. */
export const sheetWords = words({
  yearSheet: ['{year} 年度目标', 'Target {year}'],
  areaSheet: ['{area} {year}', '{area} {year}'],
  storeSheet: ['{store} {month}', '{store} {month}'],
  area: ['区域', 'Area'],
  store: ['店铺', 'Store'],
  code: ['编号', 'Code'],
  month: ['{month}月', 'Month {month}'],
  wholeYear: ['全年', 'Year'],
  total: ['合计', 'Total'],
  day: ['日期', 'Day'],
  target: ['目标', 'Target'],
  sold: ['销售额', 'Net sales'],
  /** Said once in the sheet, so that whoever reads it again knows. */
  yuan: ['(元)', '(¥)'],
})

/** Festivals at the head of their month: short, since a column is narrow. */
export const festivalWords = words({
  springFestival: ['春节', 'Lunar New Year'],
  midAutumn: ['中秋', 'Mid-aut.'],
})
