import { monthOfTrade } from './house.ts'
import { LookedAt } from './look-at-screens.ts'
import { screensOfGoods } from './screens.ts'

new LookedAt(monthOfTrade).each(screensOfGoods)
