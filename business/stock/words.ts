import { words } from '../../platform/kinds/words.ts'
import { photoWords } from '../../platform/photos/words.ts'

/** Refusals of the stock books, and what their sheets say. */
export const stockWords = words({
  ...photoWords,
  photoOfNothing: ['这一行没有差异，不用照片', 'Nothing differs in this line: it needs no photo'],
  notFound: ['没有找到', 'Not found'],
  wordsMissing: ['写一句原因', 'Write why in a few words'],
  sayWhy: ['写一句原因', 'Write why in a few words'],
  piecesMissing: ['件数不对', 'This is not a number of pieces'],
  linesMissing: ['还没有货品', 'There are no pieces yet'],
  changedMeanwhile: ['刚刚有人改过，请刷新再试', 'Somebody has changed it just now: please refresh'],
  dayAhead: ['{day} 还没到', '{day} has not come yet'],
  openingTooOld: ['期初库存最多补录 {days} 天前的', 'An opening balance is at most {days} days old'],
  bookBegunAlready: ['库存账从 {day} 起已启用', 'The stock book is kept since {day} already'],
  bookNotBegun: [
    '先录期初库存，再做这件事',
    'The store’s stock book has not begun: enter its opening balance first',
  ],
  skuUnknown: ['有货品不在商品档案里', 'A piece is not in the goods file'],
  skuNamedTwice: ['同一货品写了两行', 'The same piece is named twice'],
  notSoMany: ['没有这么多，可动 {has} 件', 'Not so many are there: {has} can be moved'],
  notSoManyHeld: ['留出来的没有这么多，只有 {has} 件', 'Only {has} are put aside'],
  alreadyTakenBack: ['已经撤回', 'It is taken back already'],
  countedTooLongAgo: ['清点的时间太早，请重新清点', 'Counted too long ago: please count again'],
  fileGone: ['文件已不在，请重新上传', 'The file is gone: please upload it again'],
  columnsUnknown: [
    '看不出列：第一行要有条码（或款号、颜色、尺码）和数量',
    'The columns cannot be told: the first row names barcode (or style, colour, size) and quantity',
  ],
  tooManyRows: ['最多 {most} 行', 'At most {most} rows'],
  dueInPast: ['到货日不能早于今天（{today}）', 'The day of arrival is today ({today}) or later'],
  alreadyReceived: ['已经收完', 'Everything of it is received already'],
  nothingCame: ['还没有点收任何一件', 'Nothing has been received yet'],
  rejectedMoreThanCame: ['拒收多于到货 {arrived} 件', 'More rejected than the {arrived} that came'],
  rejectedNotShipped: [
    '多出来的不能拒收，按多货收下或不收；单上只有 {shipped} 件',
    'Only the {shipped} of the notice can be rejected: take what is over in, or leave it out',
  ],
  differenceUnsaid: ['有差异，选一个原因', 'It differs: choose why'],
  nothingOpen: ['这里没有未答复的差异', 'No difference waits for an answer here'],
  answerUnfit: ['这种差异不能这样答复', 'This does not answer such a difference'],
  sameStore: ['调出和调入是同一家店', 'Both are the same store'],
  otherArea: [
    '对方店不在你的区域，由商品部审批',
    'The other store is not of your area: merchandising decides',
  ],
  notNow: ['这一步现在不能做', 'This cannot be done now'],
  notAsked: ['单上没有这件', 'It is not on the list'],
  pickAll: ['每一行都要拣，没有就填 0', 'Pick every line; nothing is 0'],
  pickedTooMany: ['单上只要 {asked} 件', 'Only {asked} were asked for'],
  nothingPicked: ['一件也没有拣', 'Nothing was picked'],

  rowBarcodeBroken: [
    '条码被表格改成了科学计数，找回原码再传',
    'The sheet has turned the barcode into 1.98E+11: the code is lost',
  ],
  rowQuantity: ['数量看不懂', 'The quantity cannot be read'],
  rowNoPiece: ['没有条码也没有款号', 'Neither barcode nor style'],
  rowUnknown: ['商品档案里没有', 'Not in the goods file'],
})
