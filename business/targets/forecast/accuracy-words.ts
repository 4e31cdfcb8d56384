import { words } from '../../../platform/kinds/words.ts'

/** What `forecast-accuracy` says. */
export const accuracyWords = words({
  read: [
    '{stores} 家店，{lines} 行；剔除 {rejected} 行',
    '{stores} stores, {lines} lines; {rejected} rejected',
  ],
  tested: [
    '只用 {from} 之前的数据，预测 {from} 至 {until}',
    'Taught by the days before {from} only; forecast {from} to {until}',
  ],
  result: [
    '{model} RMSPE {error}  营业日 {days}  用时 {seconds} 秒',
    '{model} RMSPE {error}  {days} open days  {seconds} s',
  ],
  median: ['店×星期×活动 中位数', 'median by store × weekday × promotion'],
  decayedMean: ['同上，近重远轻（{halfLife} 天减半）', 'the same, decayed mean ({halfLife} days to half)'],
  ridge: ['分层岭回归', 'hierarchical ridge'],
  chosen: [
    '设置只在更早的窗口上选定（{windows}），试了 {tried} 组，用时 {seconds} 秒',
    'Settings chosen on earlier windows only ({windows}); {tried} tried in {seconds} s',
  ],
  notChosen: [
    '历史太短，没有更早的窗口，用了起始设置',
    'Too little history for earlier windows; starting settings used',
  ],
  settings: [
    '半衰期 {halfLife} 天，向全体收缩 ×{pull}，近期高低 {level}，预测乘 {shrink}',
    'Half-life {halfLife} days, pull to all stores ×{pull}, recent level {level}, forecasts times {shrink}',
  ],
  effects: ['全体店共有的影响，最大的二十个：', 'Effects shared by all stores, the twenty largest:'],
  columnMissing: [
    '找不到列 {column}（{wanted}）；表头是：{head}',
    'No column for {column} ({wanted}); the head reads: {head}',
  ],
  fileUnreadable: ['读不了 {file}：{reason}', '{file} cannot be read: {reason}'],
  fileEmpty: ['文件里没有数据', 'The file holds no data'],
  splitOutside: [
    '{split} 不在文件的日期之内（{first} 至 {last}）',
    '{split} lies outside the days of the file ({first} to {last})',
  ],
})
