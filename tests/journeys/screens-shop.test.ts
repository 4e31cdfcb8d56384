import { monthOfTrade } from './house.ts'
import { LookedAt } from './look-at-screens.ts'
import { screens, screensOfGoods, screensOfTrade } from './screens.ts'

// All the others: the floor, the roster, people and the office.
const others = new Set([...screensOfTrade, ...screensOfGoods])
new LookedAt(monthOfTrade).each(screens.filter((screen) => !others.has(screen)))
