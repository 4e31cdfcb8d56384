import { words } from '../../../platform/kinds/words.ts'
import { titles } from './pages/titles.ts'

/** What the pages of the associates' own reports say. */
export const o = {
  ...titles,
  ...words({
    kind: ['哪一种', 'Which'],
    day: ['日报', 'Day'],
    week: ['周报', 'Week'],
    month: ['月报', 'Month'],
    theDay: ['哪一天', 'Which day'],
    net: ['我的销售', 'My net sales'],
    rank: ['开单的 {of} 人里第 {rank}', 'No. {rank} of the {of} who sold'],
    noRank: ['还没有开单', 'No ticket yet'],
    returned: ['退货 {amount}', '{amount} returned'],
    store: ['全店 {value}', 'store {value}'],
    behind: ['低于全店', 'below'],
    ahead: ['不低于全店', 'not below'],
    best: ['卖得最多', 'Sold most'],
    pieces: ['{count} 件', '{count} {count|piece|pieces}'],
    well: ['卖得怎么样', 'How it went'],
    wellHint: ['点一句，或写一句；不写也能交', 'Press a phrase or write one; it may stay empty'],
    missing: ['缺什么，要补什么', 'What is missing, what to reorder'],
    missingHint: ['款、色、码', 'Style, colour, size'],
    wish: ['要店长帮什么', 'What the manager can help with'],
    wishHint: ['可以不写', 'May stay empty'],
    practise: ['练哪一项', 'What to practise'],
    practiseNote: [
      '低于全店的先练；写一句明天怎么试，「用技巧提升销售」就算做到',
      'What lies below the store first; say how you will try, and selling with skill is done',
    ],
    practiseAhead: ['没有落后的，写写靠什么', 'Nothing lags: say what helped'],
    step: ['怎么试', 'How to try'],
    stepNeeded: [
      '写一句怎么试，或点掉要练的那一项',
      'Say how you will try, or press the figure again to leave it',
    ],
    stepHint: ['写一句具体的', 'One concrete sentence'],
    due: ['{time} 前交', 'Due by {time}'],
    late: ['已过 {time}，交了算迟交', 'Past {time}: it counts as late'],
    from: ['{time} 起可以交', 'Can be submitted from {time}'],
    submitDay: ['交日报', 'Submit the day'],
    submitWeek: ['交周报', 'Submit the week'],
    submitMonth: ['交月报', 'Submit the month'],
    again: ['更正后再交', 'Submit the correction'],
    correct: ['更正', 'Correct it'],
    cancel: ['不改了', 'Leave it'],
    submitted: ['已交，数字留在这一份里', 'Submitted; its figures stay'],
    submittedLate: ['已交，晚 {minutes} 分钟', 'Submitted, {minutes} minutes late'],
    submittedAt: ['{time} 交', 'Submitted {time}'],
    version: ['第 {n} 版', 'version {n}'],
    asks: ['{name} 问：{words}', '{name} asks: {words}'],
    missed: ['还有 {count} 天没交', '{count} {count|day|days} without a report'],
    file: ['补 {day}', 'File {day}'],
    history: ['交过的', 'Handed in before'],
    handedIn: ['已交', 'Handed in'],
    handedInOf: ['{filed} / {due}', '{filed} / {due}'],
    toRead: ['待看', 'To read'],
    wished: ['要帮忙', 'Ask for help'],
    inTime: ['按时', 'In time'],
    isLate: ['迟交', 'Late'],
    isMissing: ['未交', 'Missing'],
    isOpen: ['还没到时间', 'Not due yet'],
    isAway: ['休假', 'On leave'],
    stateSubmitted: ['待看', 'To read'],
    stateOpened: ['看过', 'Read'],
    stateAskedBack: ['追问中', 'Asked back'],
    stateConfirmed: ['已确认', 'Confirmed'],
    confirmed: ['已确认', 'Confirmed'],
    askHint: ['问什么，她在手机上看到', 'It reaches the phone'],
    asked: ['已追问', 'Asked'],
    waits: ['等更正后再确认', 'Confirm after the correction'],
    nobody: ['这一期没有人要交', 'Nobody owes one for this period'],
    nobodyNext: ['有日目标的导购当天要交', 'Associates with a day target owe the day'],
    stepOf: ['练{what}：{step}', 'Practises {what}: {step}'],
    stepAhead: ['靠什么：{step}', 'What helped: {step}'],
  }),
}
export const stateWords = {
  submitted: o.stateSubmitted,
  opened: o.stateOpened,
  askedBack: o.stateAskedBack,
  confirmed: o.stateConfirmed,
} as const
export const wellPhrases = words({
  outfits: ['成套试穿的多，连带上去了', 'Whole outfits tried on, more pieces a ticket'],
  browse: ['看的多试的少', 'Many looked, few tried on'],
  sizes: ['试了没码，丢了单', 'Tried on, size missing, sale lost'],
  regular: ['老客回来买', 'Regular customers came back'],
  quiet: ['客少', 'Few people'],
})
export const missingPhrases = words({
  size: ['主推款断码', 'Main style: sizes missing'],
  accessory: ['配饰不够', 'Too few accessories'],
  sample: ['样衣要换', 'Sample to be replaced'],
})
export const wishPhrases = words({
  show: ['想看一次怎么收尾', 'Show me how to close a sale'],
  fitting: ['试衣间帮一把', 'A hand at the fitting rooms'],
  change: ['想换班', 'A change of shift'],
})
/** A first step for each thing that may be practised. */
export const stepPhrases = {
  unitsPerTransaction: words({
    second: ['每次试穿多拿一件内搭', 'Bring one more piece to every fitting'],
    scarf: ['结账时递一条丝巾', 'Offer a scarf at the till'],
  }),
  averageTransactionValue: words({
    coat: ['先请她试主推大衣', 'Let her try the main coat first'],
    set: ['报成套价', 'Name the price of the outfit'],
  }),
  ahead: words({
    greet: ['进门先问穿着场合', 'Ask first for the occasion'],
    knew: ['记得老客的尺码', 'Knew the sizes of regulars'],
  }),
}
