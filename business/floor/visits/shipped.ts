import type { Day } from '../../../platform/kinds/day.ts'
import type { StoreKind } from '../../organization/shape.ts'
import { kinds, type VisitEdition, type VisitKind } from './shape.ts'

/** Before a company has made its own, these are in force. */
export const shippedFrom = '2000-01-01' as Day

type Line = readonly [code: string, weight: number, zh: string, en: string, storeKinds?: readonly StoreKind[]]
type Section = readonly [code: string, zh: string, en: string, weights: Readonly<Record<VisitKind, number>>]

const sections: readonly Section[] = [
  ['image', '形象与卫生', 'Image and cleanliness', { full: 20, quick: 30 }],
  ['display', '陈列', 'Display', { full: 25, quick: 35 }],
  ['service', '服务与带客', 'Service', { full: 25, quick: 35 }],
  ['goods', '货品与仓库', 'Goods and storeroom', { full: 15, quick: 0 }],
  ['order', '财物与制度', 'Money, keys, rules', { full: 15, quick: 0 }],
]
const malls: readonly StoreKind[] = ['concession', 'leased']

/** Those with the first mark are looked at in a quick visit, too. */
const lines: Readonly<Record<string, readonly (readonly [isQuick: boolean, ...Line])[]>> = {
  image: [
    [true, 'i-window', 3, '橱窗干净、灯亮、主题是这一波的', 'Window clean, lit, and of the current theme'],
    [
      true,
      'i-floor',
      2,
      '地面、镜面、层板没有灰和手印',
      'Floor, mirrors and shelves without dust or finger marks',
    ],
    [
      false,
      'i-fitting',
      2,
      '试衣间整洁，凳、钩、帘都好',
      'Fitting rooms tidy; stool, hooks and curtain sound',
    ],
    [true, 'i-people', 3, '着装、妆容、工牌合标准', 'Dress, make-up and badge as they should be'],
    [
      false,
      'i-mall',
      1,
      '商场要求的公示与物料在位',
      'Notices and materials that the mall asks for are in place',
      malls,
    ],
  ],
  display: [
    [
      true,
      'd-main',
      3,
      '主推区按陈列手册，一眼看得到主推款',
      'The main zone follows the display manual; what is pushed is seen at once',
    ],
    [false, 'd-outfit', 2, '模特成套，配饰齐', 'Mannequins wear whole outfits with accessories'],
    [true, 'd-size', 2, '出样尺码齐，件数合适', 'Sizes on show are complete, neither too full nor too empty'],
    [false, 'd-press', 2, '衣服熨过，吊牌藏好', 'Clothes are pressed, tags tucked in'],
    [true, 'd-price', 3, '价签与活动牌是对的', 'Prices and promotion signs are right'],
  ],
  service: [
    [true, 's-greet', 2, '进店三十秒内有人招呼', 'Who comes in is greeted within half a minute'],
    [
      true,
      's-try',
      3,
      '主动请试穿，带到试衣间',
      'Customers are asked to try on, and led to the fitting room',
    ],
    [false, 's-outfit', 3, '会搭第二件，说得出面料', 'A second piece is offered; the fabric is known'],
    [
      false,
      's-member',
      2,
      '问会员、留资料按规矩',
      'Membership and contact are asked for, the way it is laid down',
    ],
    [true, 's-spirit', 2, '人在卖场，手机收起', 'People are on the floor, phones put away'],
  ],
  goods: [
    [
      false,
      'g-store',
      2,
      '仓库按款上架，找货一分钟内',
      'Storeroom by style, any piece found within a minute',
    ],
    [false, 'g-new', 3, '新货当天上柜', 'New goods are on the floor the same day'],
    [false, 'g-count', 3, '抽十件点数，与账相符', 'Ten pieces counted agree with the book'],
    [false, 'g-slow', 1, '滞销有办法：有人讲得出', 'Somebody can say what is done about what is slow'],
  ],
  order: [
    [false, 'o-cash', 3, '备用金与货款点得对', 'Float and takings count up'],
    [false, 'o-key', 2, '钥匙与保险柜按规矩', 'Keys and safe as laid down'],
    [false, 'o-fire', 3, '消防通道通，灭火器有效', 'Fire exit free, extinguishers valid'],
    [
      false,
      'o-board',
      2,
      '看板、排班、目标人人说得出',
      'Everybody can tell the target, the roster and the board',
    ],
  ],
}

const editions = new Map(
  kinds.map((kind, i): [VisitKind, VisitEdition] => {
    const own = sections.filter(([, , , weights]) => weights[kind] > 0)
    return [
      kind,
      {
        id: `00000000-0000-7000-8000-0000000051${String(i + 10)}`,
        kind,
        from: shippedFrom,
        sections: own.map(([code, says, saysEn, weights]) => ({ code, says, saysEn, weight: weights[kind] })),
        items: own.flatMap(([section]) =>
          lines[section]!.filter(([isQuick]) => kind === 'full' || isQuick).map(
            ([, code, weight, says, saysEn, storeKinds]) => ({
              code,
              section,
              says,
              saysEn,
              weight,
              photo: false,
              storeKinds: storeKinds ?? null,
            }),
          ),
        ),
      },
    ]
  }),
)
export const shippedEdition = (kind: VisitKind): VisitEdition => editions.get(kind)!
export const isShipped = (id: string): boolean => [...editions.values()].some((e) => e.id === id)
