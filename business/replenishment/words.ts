import { words } from '../../platform/kinds/words.ts'

export const replenishmentWords = words({
  folderUnread: ['文件夹打不开：{folder}', 'The folder cannot be opened: {folder}'],
  fileMissing: [
    '文件夹里没有名字以 {file} 结尾的文件',
    'There is no file in the folder whose name ends in {file}',
  ],
  fileUnread: ['文件打不开：{file}', 'The file cannot be opened: {file}'],
  fileBroken: ['{file} 读不通：{detail}', '{file} cannot be read: {detail}'],
  headsMissing: [
    '{file} 第一行要有这些列：{heads}',
    'The first line of {file} must have the columns {heads}',
  ],
  weekUnknown: [
    '文件里没有 {week} 这一周；有的是 {first} 到 {last}',
    'There is no week {week}; there are {first} to {last}',
  ],
  weeksBeyond: [
    '从 {week} 起文件里只有 {left} 周销量，演算不了 {weeks} 周；少演几周，或用更早的 --from',
    'From {week} on the files have {left} weeks of sales, not {weeks}: play fewer --weeks or begin --from an earlier one',
  ],
  tooShort: [
    '历史太短：{weeks} 周，至少要 {least} 周',
    'Too little history: {weeks} weeks, {least} at the least',
  ],
  noPosition: [
    '文件夹里没有这一周的库存和在途（Initial State 只管 {known}）',
    'The folder does not tell the stock of that week (its Initial State is of {known})',
  ],
  none: [
    '到货那周预计卖 {demand} 件，架上预计有 {shelf} 件，缺货可能 {shortWithout}，不用补',
    'The week of arrival should sell {demand}, the shelf should hold {shelf}, {shortWithout} likely to run short: nothing to order',
  ],
  order: [
    '到货那周预计卖 {demand} 件（近 13 周在架时周均 {usual} 件），架上预计只有 {shelf} 件；补 {pieces} 件，缺货可能从 {shortWithout} 降到 {shortWith}',
    'The week of arrival should sell {demand} (13 weeks in stock averaged {usual}), the shelf should hold {shelf}; ordering {pieces} brings the chance of running short from {shortWithout} to {shortWith}',
  ],
  outWeeks: [
    '；近 13 周有 {weeksOut} 周断货，已剔除，不当作没人买',
    '; {weeksOut} of the last 13 weeks were out of stock and are left out, not taken as no demand',
  ],
  gameWeek: [
    '{week}  订 {ordered}  卖 {sold}  持有 {holding}  缺货 {lost}{note}',
    '{week}  ordered {ordered}  sold {sold}  holding {holding}  lost {lost}{note}',
  ],
  notCounted: ['（订货还够不到，不计）', ' (no order could reach it: not counted)'],
  gameSum: [
    '合计 {cost} = 持有 {holding} + 缺货 {lost}',
    'cost {cost} = holding {holding} + lost sales {lost}',
  ],
  startMade: [
    '起点库存：{known} 之外没有记录，由按 4 周销量补货的办法提前 12 周推出来',
    'Stock at the start: not recorded but for {known}; made by 12 weeks of ordering up to four weeks of sales',
  ],
  windowLine: [
    '{week}  引擎 {engine}（持有 {holding} + 缺货 {lost}）  按 4 周销量补货 {cover}  比值 {ratio}',
    '{week}  engine {engine} (holding {holding} + lost {lost})  up to four weeks {cover}  ratio {ratio}',
  ],
  windowSum: [
    '{windows} 个窗口  引擎 {engine}  按 4 周销量补货 {cover}  比值 {ratio}',
    '{windows} windows  engine {engine}  up to four weeks {cover}  ratio {ratio}',
  ],
})
