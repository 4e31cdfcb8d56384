import { LookedAt } from './look-at-screens.ts'
import { screensOfGoods } from './screens.ts'

new LookedAt().each(screensOfGoods)
