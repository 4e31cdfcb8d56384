import { words } from '../../../platform/kinds/words.ts'
import { photoWords } from '../../../platform/photos/words.ts'
import { editionWords } from '../editions/words.ts'

export const kindWords = words({
  full: ['全面巡店', 'Full visit'],
  quick: ['快速巡店', 'Quick visit'],
})
export const stateWords = words({
  open: ['待整改', 'To be mended'],
  mended: ['待复核', 'To be verified'],
  verified: ['已通过', 'Verified'],
  withdrawn: ['已撤回', 'Withdrawn'],
})
export const moveWords = words({
  mended: ['整改', 'Mended'],
  sentBack: ['退回', 'Sent back'],
  verified: ['通过', 'Verified'],
  withdrawn: ['撤回', 'Withdrawn'],
})

/** Refusals of visits, and what their sheet says. */
export const visitWords = words({
  ...editionWords,
  ...photoWords,
  photoWanted: ['「{item}」要拍照', '“{item}” asks for a photo'],
  notFound: ['没有找到', 'Not found'],
  wordsMissing: ['写一句话', 'Say it in a few words'],
  sayWrong: ['写清哪里不对', 'Say what is wrong'],
  changedMeanwhile: ['刚刚有人改过，请刷新再看', 'Somebody has changed it just now: please refresh'],
  editionChanged: ['巡店表换了新版，请重新打开', 'There is a new edition: please open the visit again'],
  scoredTwice: ['有一项打了两次分', 'Something was scored twice'],
  itemsLeft: ['还有 {left} 项没打分', '{left} {left|item|items} still to be scored'],
  nothingScored: ['至少给一项打分', 'Score one thing at least'],
  foundTwice: ['一项只记一个问题', 'One finding for each thing'],
  findingMissing: [
    '「{item}」不合格：写清哪里不对、谁改',
    '“{item}” is not in order: say what is wrong and who mends it',
  ],
  nothingWrong: ['「{item}」没有不合格', 'Nothing is wrong with “{item}”'],
  openAlready: ['「{item}」已有一条没改完', 'There is a finding on “{item}” that is not mended yet'],
  notOfStore: ['选本店的人', 'Choose somebody of the store'],
  dueBetween: ['期限在 {from} 至 {to} 之间', 'Choose a day from {from} to {to}'],
  mendedAlready: ['已经报过整改', 'It was said to be mended already'],
  notMended: ['店铺还没报整改', 'The store has not said yet that it is mended'],
  closedAlready: ['已经了结', 'It is closed already'],
  finderOnly: ['由发现的人复核', 'Whoever found it looks at it'],
  ownMending: ['自己改的由别人复核', 'What one has mended somebody else verifies'],

  ownVisit: ['自己的巡店由上级更正', 'One’s own visit is the superior’s to correct'],
  superiorOnly: ['由巡店人的上级更正', 'A superior of who visited corrects it'],
  nothingChanged: ['和原来一样，没有要更正的', 'It is as it stands: there is nothing to correct'],
  wasVerified: [
    '「{item}」的问题已整改并通过，不能改成合格',
    'The finding on “{item}” was mended and verified: it was not in order',
  ],
  notFoundThen: [
    '「{item}」当时没有问题记录，不能改成不合格',
    'Nothing was found on “{item}” then: it cannot be made wrong afterwards',
  ],

  monthWrong: ['选一个月份', 'Choose a month'],
  planBetween: ['排在 {from} 至 {to} 之间', 'Plan it between {from} and {to}'],
  plannedAlready: ['{day} 已排过这家', 'It is planned for {day} already'],
  notYourPlan: ['只能改自己排的', 'Only one’s own plan can be changed'],

  hundred: ['各部分加起来是 {sum}，应是 100', 'The sections come to {sum}: they must make 100'],
  sectionMissing: ['选这一项属于哪部分', 'Choose the section of this item'],
  sectionEmpty: ['「{section}」里还没有项目', 'There is nothing in “{section}” yet'],

  findings: ['巡店问题', 'Findings of visits'],
  store: ['店铺', 'Store'],
  day: ['发现', 'Found'],
  item: ['项目', 'Item'],
  wrong: ['问题', 'Finding'],
  who: ['责任人', 'Who mends'],
  due: ['期限', 'By'],
  state: ['状态', 'State'],
  by: ['发现人', 'Found by'],
})
