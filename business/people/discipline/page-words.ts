import { words } from '../../../platform/kinds/words.ts'
import { titles } from './pages/titles.ts'

/** Sentences of the page of discipline entries. */
export const p = {
  ...titles,
  ...words({
    sub: ['只有本人和上级看得到', 'Seen by the person and her superiors only'],
    enter: ['记一笔', 'Enter'],
    enterTitle: ['记一笔奖惩', 'Praise, remind or warn'],
    who: ['记谁', 'Whom'],
    kind: ['哪一种', 'Which'],
    praise: ['表扬', 'Praise'],
    reminder: ['提醒', 'Reminder'],
    warning: ['警告', 'Warning'],
    day: ['哪天的事', 'When it happened'],
    words: ['什么事', 'What happened'],
    wordsHint: [
      '写看到的事实，不写评价：几点、在哪、说了什么',
      'What was seen, not what is thought of it: when, where, what was said',
    ],
    fill: ['选人、选种类、写清什么事', 'Choose whom and which, and say what happened'],
    foreverNote: [
      '记下就不能改；写错了撤回，再记一条。本人会看到，并可以写说明。',
      'It cannot be changed afterwards: if it is wrong, take it back and enter another. The person reads it and may answer.',
    ],
    save: ['记下', 'Enter it'],
    saved: ['记下了', 'Entered'],
    none: ['近一年没有记录', 'Nothing within a year'],
    noneNext: ['做得好的也记：按「记一笔」', 'What was done well belongs here, too'],
    noneOwn: ['没有关于您的记录', 'Nothing was entered about you'],
    by: ['{name} · {when}', '{name} · {when}'],
    answer: ['员工说明：{words}', 'Her answer: {words}'],
    read: ['本人 {when} 看过', 'Read {when}'],
    readWithout: ['本人 {when} 看过，没有说明', 'Read {when}, without an answer'],
    unread: ['本人还没看', 'Not read yet'],
    withdraw: ['撤回', 'Take back'],
    withdrawTitle: ['撤回这一条', 'Take this entry back'],
    withdrawNote: [
      '撤回后仍留着，标明谁、为什么；考勤表不再计它。',
      'It stays, marked with who and why; the month’s sheet no longer counts it.',
    ],
    withdrawn: ['{name} 撤回：{why}', 'Taken back by {name}: {why}'],
    own: ['您的说明（选填）', 'Your answer (optional)'],
    ownHint: ['事情在您看来是怎样的', 'How it was as you see it'],
    confirm: ['我看过了', 'I have read it'],
    confirmed: ['记下了，上级看得到', 'Kept; your superior sees it'],
    confirmNote: [
      '「看过」不等于同意。确认后不能再改。',
      'To have read it is not to agree. It cannot be changed afterwards.',
    ],
    areaSub: [
      '近 {days} 天，按店；按一家店看全部',
      'By store, {days} days back; press a store to see all of it',
    ],
    store: ['店铺', 'Store'],
    unreadCount: ['还没看', 'Unread'],
    latest: ['最近的', 'The latest'],
    noneArea: ['各店近一年没有记录', 'Nothing was entered in any store within a year'],
    allStores: ['全部店铺', 'All stores'],
    aboutMe: ['关于我的', 'About me'],
  }),
}
