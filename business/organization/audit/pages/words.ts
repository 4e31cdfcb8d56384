import { words } from '../../../../platform/kinds/words.ts'
import { titles } from './titles.ts'

export const w = {
  ...titles,
  ...words({
    sub: [
      '每一件做过的事都在链上：谁、何时、在哪、改前改后',
      'Every act is on its chain: who, when, where, before and after',
    ],
    from: ['从', 'From'],
    to: ['到', 'To'],
    store: ['店铺', 'Store'],
    allStores: ['全部', 'All'],
    company: ['公司', 'Company'],
    person: ['谁', 'Who'],
    act: ['做了什么', 'What'],
    text: ['找记录编号或内容', 'Record number, or words of the change'],
    system: ['系统', 'System'],
    onBehalfOf: ['代 {name}', 'for {name}'],
    nothing: ['这几天没有符合的记录', 'No such act in these days'],
    nothingNext: ['放宽日期，或去掉一个条件', 'Choose more days, or drop a condition'],
    older: ['更早的', 'Earlier ones'],
    before: ['改前', 'Before'],
    after: ['改后', 'After'],
    reason: ['原因', 'Reason'],
    record: ['记录', 'Record'],
    place: ['链上第 {seq} 行 · 印 {seal} · {device}', 'Line {seq} of its chain · seal {seal} · {device}'],
    nothingNoted: ['没有另记改前改后', 'No before and after were noted'],
    anchors: ['每日锚', 'Daily anchors'],
    anchorsSub: [
      '每天过完，各链的链头合成一个数。把它抄在别处，以后谁也改不了那天以前的账。',
      'When a day is over the heads of all chains make one number. Written down elsewhere, it shows that nobody has rewritten anything before it.',
    ],
    anchor: ['{chains} 条链有新行，共 {lines} 行', '{chains} chains moved, {lines} lines in all'],
    noAnchor: ['还没有锚：第一个在今天过完后生成', 'No anchor yet: the first is made when today is over'],
    check: ['核对这条链', 'Check this chain'],
    holds: [
      '第 {from}–{lines} 行逐行相扣，链头与锚都对得上',
      'Lines {from} to {lines} follow from one another; head and anchors agree',
    ],
    anchoredUntil: ['锚到 {day}', 'Anchored until {day}'],
    notAnchored: ['还没有锚', 'Not anchored yet'],
    broken: [
      '第 {line} 行对不上：请保留现场，用命令 jingwei verify 核对全部',
      'Line {line} does not follow: keep everything as it is and run jingwei verify',
    ],
    empty: ['这条链还没有行', 'This chain has no lines yet'],
  }),
}
