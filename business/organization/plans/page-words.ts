import { words } from '../../../platform/kinds/words.ts'
import { titles } from './pages/titles.ts'

/** Sentences of the page on which a floor is drawn. */
export const p = {
  ...titles,
  ...words({
    picture: ['店铺平面图', 'Plan of the floor'],
    back: ['后墙', 'Back wall'],
    front: ['门口朝这边', 'The door is on this side'],
    sub: [
      '在格子上画区位；检查表、陈列手册和班表用同一批区位',
      'Draw its zones; checklists, the display manual and the roster use the same',
    ],
    readyNote: [
      '还没画过：这是本类店铺的现成布局',
      'None is drawn yet: this is the ready layout of stores of this kind',
    ],
    sinceNote: ['{day} 起用', 'In force since {day}'],
    draw: ['画新的', 'Draw a new one'],
    fromReady: ['从现成布局开始', 'Begin with the ready layout'],
    howTo: [
      '选一个区位，在格子上从一角拖到对角；也可以用方向键移动、Shift 加方向键改大小，或填数。',
      'Choose a zone and draw from corner to corner; or move it with the arrow keys, size it with Shift and arrows, or give the numbers.',
    ],
    which: ['画哪个区位', 'Which zone'],
    on: ['放到图上', 'Put it on the plan'],
    noRoom: ['图上没有空位了', 'There is no room left on the plan'],
    off: ['从图上拿掉', 'Take it off the plan'],
    left: ['离左墙', 'From the left'],
    top: ['离后墙', 'From the back'],
    wide: ['宽', 'Width'],
    deep: ['深', 'Depth'],
    cells: ['格', 'cells'],
    from: ['哪天起用', 'From which day'],
    save: ['存为新版', 'Keep as the new plan'],
    saved: ['存好了，{day} 起用', 'Kept; it holds from {day}'],
    cancel: ['不画了', 'Leave it'],
    crossed: ['{zones} 画重叠了', 'Lying on another: {zones}'],
    none: ['至少画一个区位', 'Draw one zone at least'],
    moved: [
      '{zone}：离左墙 {x}，离后墙 {y}，宽 {wide}，深 {deep}',
      '{zone}: {x} from the left, {y} from the back, {wide} wide, {deep} deep',
    ],
    earlier: ['画过的', 'Drawn before'],
    byWhom: ['{day} 起 · {name} {when} 画', 'From {day} · drawn by {name}, {when}'],
    now: ['现在用', 'In force'],
    later: ['还没到', 'Not yet'],
    zoneCount: ['{count} 个区位', '{count} {count|zone|zones}'],
    chooseStore: ['从店铺页进来，画那家店的', 'Come here from a store’s page'],
    stores: ['去组织架构选店', 'Choose a store'],
    comma: ['、', ', '],
  }),
}
