import { words } from '../../../platform/kinds/words.ts'

/** Refusals of orders placed with makers. */
export const purchaseWords = words({
  notFound: ['没有找到', 'Not found'],
  monthWrong: ['月份不对', 'This is not a month'],
  piecesWrong: ['件数填 1 到 1,000,000', 'Pieces are 1 to 1,000,000'],
  priceWrong: ['价格填 0 以上', 'A price is above 0'],
  makerMissing: ['写厂家', 'Name the maker'],
  whatMissing: ['选款色或品类', 'Choose a style-colour or a category'],
  noLines: ['还没有要订的', 'Nothing is ordered yet'],
  dueInPast: ['到货月份已经过去', 'This month is over'],
  colorMissing: ['款要带颜色', 'A style goes with its colour'],
  lineTwice: ['同一款色（或品类）只写一行', 'A style-colour or category stands in an order once'],
  styleUnknown: ['这个款色不在商品档案里', 'This style-colour is not in the goods file'],
  whyMissing: ['写原因', 'Say why'],
  beyondWhyMissing: ['超出采购限额，写原因', 'It goes beyond what may be bought: say why'],
  lineUnknown: ['订单里没有这一行', 'The order has no such line'],
  notOfLine: ['到的不是这一行订的', 'What came is not what this line ordered'],
  moreThanOrdered: [
    '到了 {came} 件，还没到的只有 {open} 件；多出来的先补一张订单',
    '{came} came, only {open} are still to come: place an order for the rest first',
  ],
  nothingCame: ['数一数到了几件', 'Count what came'],
  nothingOpen: ['没有还没到的了', 'Nothing of it is still to come'],
})
