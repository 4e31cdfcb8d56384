import type { Day } from '../../../platform/kinds/day.ts'
import type { Zone } from '../../organization/plans/shape.ts'
import type { StoreKind } from '../../organization/shape.ts'
import { type CheckEdition, type CheckItem, type CheckKind, kinds } from './shape.ts'

/** Before a company has made its own sheets, these are in force. */
export const shippedFrom = '2000-01-01' as Day

type Line = readonly [
  code: string,
  zone: Zone | null,
  zh: string,
  en: string,
  more?: Partial<Pick<CheckItem, 'number' | 'storeKinds'>>,
]
/** Stores with a door of their own to the street. */
const ownDoor: { storeKinds: readonly StoreKind[] } = { storeKinds: ['street', 'outlet'] }
const inMall: { storeKinds: readonly StoreKind[] } = { storeKinds: ['concession', 'leased'] }

const lines: Readonly<Record<CheckKind, readonly Line[]>> = {
  opening: [
    ['o-shutter', 'door', '卷帘与门锁完好，没有被动过', 'Shutter and locks are sound and untouched', ownDoor],
    ['o-seal', 'door', '围挡封条与昨晚一样', 'The cover’s seal is as it was left last night', inMall],
    ['o-light', 'floor', '灯光、音乐、空调已开', 'Lights, music and air conditioning are on'],
    [
      'o-warm',
      'floor',
      '卖场温度',
      'Temperature of the floor',
      { number: { unit: 'celsius', low: 18, high: 28 } },
    ],
    ['o-till', 'till', '收银机、刷卡机、网络能用', 'Till, card terminal and network work'],
    ['o-float', 'till', '备用金在位，没有短少', 'The float is there and complete'],
    ['o-price', 'floor', '价签齐，活动牌是今天的', 'Price tags complete, signs are today’s'],
    ['o-look', null, '到岗人员着装、妆容、工牌合格', 'Everybody is dressed, made up and wears the badge'],
    [
      'o-exit',
      'storeroom',
      '消防通道与电箱前没有堆物',
      'Nothing stands before the fire exit and the fuse box',
    ],
  ],
  hygiene: [
    ['h-glass', 'door', '门与橱窗玻璃没有手印', 'No finger marks on door and window glass'],
    ['h-step', 'door', '门口地面与脚垫干净', 'The doorstep and mat are clean'],
    ['h-dust', 'floor', '层板、龙门架、模特没有灰', 'No dust on shelves, rails and mannequins'],
    ['h-floor', 'floor', '地面没有线头与水渍', 'No threads or water on the floor'],
    ['h-lamp', 'floor', '没有坏灯', 'No lamp is out'],
    ['h-mirror', 'fitting', '试衣镜光亮', 'The mirrors are clear'],
    ['h-stool', 'fitting', '凳子、挂钩、一次性用品齐', 'Stool, hooks and throw-away covers are there'],
    ['h-curtain', 'fitting', '帘子与门闩能关严', 'Curtain and latch close properly'],
    ['h-desk', 'till', '收银台面只放该放的', 'Only what belongs there lies on the till desk'],
    ['h-bags', 'till', '购物袋与包装够今天用', 'Bags and wrapping last for today'],
    [
      'h-store',
      'storeroom',
      '仓库按款上架，地上没有货',
      'The storeroom is shelved by style, nothing on the floor',
    ],
    ['h-waste', 'storeroom', '垃圾已清', 'The waste is out'],
  ],
  display: [
    [
      'd-guide',
      null,
      '与陈列手册一致，件数与色序对',
      'As the display manual shows, in number and order of colour',
    ],
    ['d-size', null, '每款出样尺码对', 'Each style shows the size that it should'],
    ['d-press', null, '出样熨过，没有褶', 'What is shown is pressed'],
    ['d-firm', null, '层板、挂通、模特稳固', 'Shelf, rail and mannequin stand firm'],
    ['d-tag', null, '价签藏好、朝向一致', 'Tags are tucked in and face one way'],
    ['d-light', null, '射灯打在衣服上', 'The spots fall on the clothes'],
  ],
  fitting: [
    ['f-left', 'fitting', '没有留下的衣服', 'No clothes left behind'],
    ['f-clean', 'fitting', '镜子、地面、凳子干净', 'Mirror, floor and stool are clean'],
    ['f-hook', 'fitting', '挂钩、帘子、灯都好', 'Hooks, curtain and lamp work'],
  ],
  closing: [
    ['c-customer', 'fitting', '试衣间与卖场没有人', 'Nobody is left in the fitting rooms or on the floor'],
    ['c-return', 'floor', '试过的衣服都归位', 'Everything tried on is back in its place'],
    ['c-till', 'till', '收银机已结、抽屉清空打开', 'The till is closed, its drawer empty and open'],
    ['c-power', 'floor', '空调、熨斗、音响断电', 'Air conditioning, irons and music are off'],
    ['c-iron', 'storeroom', '蒸汽机倒水、放凉', 'The steamer is emptied and cold'],
    ['c-waste', 'storeroom', '垃圾带走', 'The waste is taken out'],
    ['c-window', 'door', '橱窗灯按约定留或关', 'The window’s lights are on or off as agreed'],
    ['c-shutter', 'door', '卷帘落锁，拉过一次', 'The shutter is locked, and was pulled at', ownDoor],
    ['c-seal', 'door', '围挡拉好、封条贴上', 'The cover is drawn and sealed', inMall],
  ],
  safety: [
    [
      'a-safe',
      'till',
      '保险柜锁好，钥匙由当班人带走',
      'The safe is locked, its key with whoever is in charge',
    ],
    ['a-cash', 'till', '货款不在抽屉里过夜', 'No takings stay in the drawer overnight'],
    [
      'a-key',
      'till',
      '店钥匙几把在册',
      'Keys of the store in hand',
      { number: { unit: 'pieces', low: 1, high: null } },
    ],
    ['a-alarm', 'door', '监控与报警开着', 'Cameras and alarm are on'],
    ['a-fire', 'storeroom', '灭火器在位、压力在绿区', 'Extinguishers in place, pressure in the green'],
    ['a-exit', 'storeroom', '消防通道能走', 'The fire exit is free'],
    ['a-valuable', 'floor', '贵重款与手机、平板入柜', 'Precious pieces, phones and tablets are locked away'],
    [
      'a-fixture',
      'floor',
      '熨斗、蒸汽机、模特等固定物品都在',
      'Irons, steamer, mannequins and fixtures are all there',
    ],
  ],
}

const editions = new Map(
  kinds.map((kind, i): [CheckKind, CheckEdition] => [
    kind,
    {
      id: `00000000-0000-7000-8000-0000000c0e${String(i + 10)}`,
      kind,
      from: shippedFrom,
      hours: kind === 'fitting' ? { first: 11, last: 20 } : null,
      items: lines[kind].map(([code, zone, says, saysEn, more]) => ({
        code,
        zone,
        says,
        saysEn,
        photo: false,
        number: more?.number ?? null,
        storeKinds: more?.storeKinds ?? null,
      })),
    },
  ]),
)
export const shippedEdition = (kind: CheckKind): CheckEdition => editions.get(kind)!
export const isShipped = (id: string): boolean => [...editions.values()].some((e) => e.id === id)
