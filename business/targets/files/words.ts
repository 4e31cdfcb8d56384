import { words } from '../../../platform/kinds/words.ts'
import type { CellWhy } from './shape.ts'

/** Why a file of targets cannot be read at all. */
export const fileRefusals = words({
  noMonths: [
    '找不到月份表头：需要一行（或一列）写着 {year} 年的 1月、2月……。可以先导出，照着填',
    'No heads of months were found: one row (or column) must name the months of {year}. Export first and fill that in',
  ],
  noDays: [
    '找不到日期表头：需要一行（或一列）写着 {month} 的各天。可以先导出，照着填',
    'No heads of days were found: one row (or column) must name the days of {month}. Export first and fill that in',
  ],
  noRows: [
    '表头下面没有一行认得出是谁。名称或编号要与系统里的一致',
    'No row below the heads names anybody known. Names or codes must be as they are here',
  ],
  tooManyRows: ['超过 {most} 行，不像一张目标表', 'More than {most} rows: this is no table of targets'],
})

/** What is wrong with a cell or a row. */
export const cellWords = words({
  notAnAmount: ['不是金额，这一格没有改', 'not an amount; the cell was left as it is'],
  negative: ['目标不能是负数，这一格没有改', 'a target is never negative; the cell was left as it is'],
  tooLarge: ['金额过大，请核对单位', 'too large; check the unit'],
  unknownRow: ['没有这个名称或编号，整行没有用', 'no such name or code; the row was not used'],
  ambiguousRow: [
    '有不止一个叫这个名字，请写编号或工号，整行没有用',
    'more than one has this name; write the code or job number. The row was not used',
  ],
  rowTwice: ['前面已有一行，只用第一行', 'named in an earlier row already; only the first is used'],
  columnTwice: ['这一列的表头重复，只用第一列', 'the head is there twice; only the first column is used'],
  totalOff: [
    '写的合计与逐格相加不等，逐格相加是 {should}',
    'the total does not equal its cells, which sum to {should}',
  ],
  over: ['{month} 月已经过去，不再修改', 'month {month} is over and stays as it is'],
  notThere: [
    '那时不在这里，目标只能是 0，这一格没有用',
    'not there at that time, so the target can only be 0; not used',
  ],
} satisfies Record<CellWhy, readonly [string, string]>)

/** What the sheet for files says. */
export const filePageWords = words({
  title: ['用 Excel 填目标', 'Targets by Excel'],
  how: [
    '先导出，在 Excel 里改好，再传回来。.xlsx 或 .csv，行名用名称或编号；空着的格子不变。',
    'Export, change it in Excel, send it back. .xlsx or .csv; rows by name or code; empty cells stay as they are.',
  ],
  choose: ['选文件', 'Choose a file'],
  chooseOther: ['换一个文件', 'Another file'],
  sending: ['正在上传 {share}', 'Sending {share}'],
  reading: ['正在读', 'Reading'],
  sheet: ['工作表', 'Sheet'],
  unit: ['单位', 'Unit'],
  unit_yuan: ['元', 'yuan'],
  unit_thousand: ['千元', 'thousand yuan'],
  unit_wan: ['万元', '10,000 yuan'],
  unitFrom_file: ['文件里写明的', 'stated in the file'],
  unitFrom_chosen: ['你选的', 'chosen by you'],
  unitFrom_size: [
    '文件没写，按大小与现有目标相近判断，请核对',
    'not stated; judged by size against what stands. Please check',
  ],
  unitFrom_assumed: [
    '文件没写，也没有可比的，暂按元，请核对',
    'not stated and nothing to compare with; taken as yuan. Please check',
  ],
  taken: ['读到', 'Read'],
  cells: ['格', 'cells'],
  changedCells: ['与现在不同', 'Differ from now'],
  problems: ['没用上', 'Not used'],
  problemsTitle: ['{count} 处要看', '{count} to look at'],
  problemAt: ['第 {row} 行', 'Row {row}'],
  problemCell: ['{column}{row}', '{column}{row}'],
  moreProblems: ['还有 {count} 处', '{count} more'],
  rounded: ['{count} 格比分还细，已四舍五入到分', '{count} cells were finer than a cent and were rounded'],
  missing: ['文件里没有：{names}，保持不变', 'Not in the file: {names}; they stay as they are'],
  control: ['控制总数', 'Control totals'],
  sumRead: ['文件各格合计', 'Sum of the cells read'],
  sumStated: ['文件自己写的合计', 'The file’s own total'],
  sumBefore: ['现在', 'Now'],
  sumAfter: ['用了之后', 'After'],
  given: ['上级给的', 'Given from above'],
  marginsHold: ['每个月都等于上级给本区的金额', 'Every month equals what this area was given'],
  marginsOff: ['{months} 与上级给的不等，相差 {by}', '{months} differ from what was given, by {by}'],
  daysOff: ['各天合计与月目标差 {by}', 'The days are {by} apart from the month'],
  peopleOff: ['{count} 天各人合计与本店不等', 'On {count} days the people do not sum to the store'],
  fit: ['按文件的比例凑到应有的合计', 'Scale to what it should come to, in the file’s proportions'],
  take: ['用作草稿', 'Take as a draft'],
  takeNote: [
    '读到的格子会锁定，保存前都可以撤销。',
    'Cells that were read will be locked; all can be undone until saved.',
  ],
  same: ['与现在逐格相同', 'The same as now in every cell'],
  line: ['行', 'Line'],
  day: ['日期', 'Day'],
})
