import type { Money } from '../../../platform/kinds/money.ts'
import { formatMoney } from '../../../platform/kinds/money.ts'
import { words } from '../../../platform/kinds/words.ts'

/** Why a split can be refused, and what the person reads. Facts arrive as text, ready to be read. */
export const splitRefusals = words({
  duplicateKey: ['“{name}”出现了两次，每一份只能有一行', '“{name}” appears twice; a share has one line only'],
  weightNotUsable: [
    '“{name}”的份数 {weight} 不能用，份数是 0 或正数',
    'The weight {weight} of “{name}” cannot be used; a weight is zero or more',
  ],
  lockOfOtherSign: [
    '“{name}”锁定的 ¥{locked} 与总额 ¥{total} 方向相反',
    '“{name}” is locked at ¥{locked}, against the direction of the total ¥{total}',
  ],
  locksExceedTotal: [
    '锁定的合计 ¥{locked} 比总额 ¥{total} 多 ¥{over}，请先放开一部分',
    'The locked amounts, ¥{locked}, exceed the total ¥{total} by ¥{over}; release some first',
  ],
  nobodyToCarry: [
    '还有 ¥{left} 没有可以承担的人或格子（未锁定且份数大于 0）',
    '¥{left} is left with nobody to carry it (none is unlocked with a weight above zero)',
  ],
  nobodyToCarryIn: [
    '“{line}”还有 ¥{left} 没有可以承担的格子（未锁定且份数大于 0）',
    '“{line}” has ¥{left} left with no cell to carry it (none is unlocked with a weight above zero)',
  ],
  lockUnknown: [
    '锁定的格子“{row} × {column}”不在这张表里',
    'The locked cell “{row} × {column}” is not in this table',
  ],
  negativeLock: [
    '格子“{row} × {column}”锁定了 ¥{amount}，锁定的金额不能是负数',
    'The cell “{row} × {column}” is locked at ¥{amount}; a locked amount is zero or more',
  ],
  cellLockedTwice: ['格子“{row} × {column}”被锁定了两次', 'The cell “{row} × {column}” is locked twice'],
  negativeMargin: [
    '“{name}”是 ¥{total}。双向拆分不接受负数，请对总额作调减',
    '“{name}” is ¥{total}. A two-way split takes no negative amount; lower the total instead',
  ],
  marginsDiffer: [
    '横向合计 ¥{rows} 与纵向合计 ¥{columns} 相差 ¥{difference}，先让两边相等',
    'The rows sum to ¥{rows} and the columns to ¥{columns}, ¥{difference} apart; make them equal first',
  ],
  locksExceedMargin: [
    '“{name}”锁定了 ¥{locked}，比它的合计 ¥{total} 多 ¥{over}；冲突的格子：{cells}',
    '“{name}” has ¥{locked} locked, ¥{over} more than its total ¥{total}; cells in conflict: {cells}',
  ],
  rowsOutOfReach: [
    '{rows} 还要分 ¥{needed}，而能放的列({columns})只剩 ¥{room}，差 ¥{short}；相关的锁定：{cells}',
    '{rows} still need ¥{needed}, but the columns open to them ({columns}) hold ¥{room} only, ¥{short} short; locks concerned: {cells}',
  ],
  columnsOutOfReach: [
    '{columns} 还要分 ¥{needed}，而能放的行({rows})只剩 ¥{room}，差 ¥{short}；相关的锁定：{cells}',
    '{columns} still need ¥{needed}, but the rows open to them ({rows}) hold ¥{room} only, ¥{short} short; locks concerned: {cells}',
  ],
  nobodyOnDay: [
    '{days} 没有人上班，当天的目标分不下去，请先排班',
    'Nobody is rostered on {days}, so the target of the day has nobody to carry it; roster somebody first',
  ],
  elapsedDayChanged: [
    '{day} 已经过去，目标 ¥{before} 不能再改成 ¥{after}',
    '{day} has passed; its target ¥{before} can no longer become ¥{after}',
  ],
  totalMissing: ['“{name}”没有给出本月合计', 'No month total is given for “{name}”'],
})
export type SplitWhy = keyof typeof splitRefusals

/** What is said after a person changed one cell. */
export const resplitWords = words({
  nothingMoved: ['其他格子没有变动', 'No other cell moved'],
  gaveWay: ['{count} 格随你的修改自动让出 ¥{amount}', '{count} cells gave way by ¥{amount} to your change'],
  tookUp: ['{count} 格随你的修改自动多担 ¥{amount}', '{count} cells took on ¥{amount} from your change'],
  gaveAndTook: [
    '随你的修改，{gaveCount} 格自动让出 ¥{gave}，{tookCount} 格自动多担 ¥{took}',
    'With your change {gaveCount} cells gave way by ¥{gave} and {tookCount} took on ¥{took}',
  ],
})

/** The first few names, and how many more. */
export function listed(names: readonly string[], shown = 6): string {
  if (names.length === 0) return '—'
  const more = names.length - shown
  return names.slice(0, shown).join(', ') + (more > 0 ? ` … (+${more})` : '')
}

export const yuan = (amount: number): string => formatMoney(amount as Money)
