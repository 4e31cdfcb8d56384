import { dutyScreens } from './duty-screens.ts'
import { LookedAt } from './look-at-screens.ts'
import { salesScreens } from './sales-screens.ts'
import { screens } from './screens.ts'

// The other half of the screens, so that two browsers can look at the product side by side.
const others = new Set([...dutyScreens, ...salesScreens])
new LookedAt().each(screens.filter((screen) => !others.has(screen)))
