import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../app/root.ts'
import { boardScreens } from './board-screens.ts'
import { cashScreens } from './cash-screens.ts'
import { checkScreens } from './check-screens.ts'
import { dailyScreens } from './daily-screens.ts'
import { dayScreens } from './day-screens.ts'
import { displayScreens } from './display-screens.ts'
import { dutyScreens } from './duty-screens.ts'
import { monday, openEmptyHouse, openTestHouse, type Visit } from './house.ts'
import { markdownScreens } from './markdown-screens.ts'
import { officeScreens } from './office-screens.ts'
import { openToBuyScreens } from './open-to-buy-screens.ts'
import { oversightScreens } from './oversight-screens.ts'
import { peopleScreens } from './people-screens.ts'
import { purchaseScreens } from './purchase-screens.ts'
import { reorderScreens } from './reorder-screens.ts'
import { rosterScreens, rosterTargetScreens } from './roster-screens.ts'
import { salesScreens } from './sales-screens.ts'
import { outside, type Screen, showOutside, showScreen } from './screen.ts'
import { stockScreens } from './stock-screens.ts'
import { stocktakeScreens } from './take-screens.ts'
import { visitScreens } from './visit-screens.ts'
import { waveScreens } from './wave-screens.ts'

/** Looked at by a file of tests each, so that several browsers look at the product side by side. */
export const screensOfTrade: readonly Screen[] = [
  ...dutyScreens,
  ...salesScreens,
  ...markdownScreens,
  ...openToBuyScreens,
  ...purchaseScreens,
  ...waveScreens,
  ...rosterTargetScreens,
]
export const screensOfGoods: readonly Screen[] = [
  ...cashScreens,
  ...stockScreens,
  ...stocktakeScreens,
  ...reorderScreens,
  ...boardScreens,
]
/** Every page of the product, and the states of it that one should have seen. */
export const screens: readonly Screen[] = [
  ...screensOfTrade,
  ...screensOfGoods,
  ...checkScreens,
  ...dailyScreens,
  ...visitScreens,
  ...displayScreens,
  ...oversightScreens,
  ...dayScreens,
  ...rosterScreens,
  ...peopleScreens,
  ...officeScreens,
]

/** Every screen × phone and desk × both languages, as PNG; names given keep it to those. */
export async function takeScreens(
  only: readonly string[] = [],
  folder = join(root, 'docs/screens'),
): Promise<void> {
  const empty = await openEmptyHouse(monday.evening)
  const house = await openTestHouse(monday.evening, 430, { dutyDays: 28 })
  const wanted = (name: string): boolean => only.length === 0 || only.includes(name)
  await mkdir(folder, { recursive: true })
  try {
    for (const language of ['zh', 'en'] as const) {
      for (const size of ['phone', 'desk'] as const) {
        const keep = async (visit: Visit, name: string): Promise<void> => {
          await visit.page.screenshot({ path: join(folder, `${name}-${size}-${language}.png`) })
          await visit.leave()
          console.log(`${name} ${size} ${language}`)
        }
        for (const screen of screens.filter((s) => wanted(s.name))) {
          const visit = await house.visit(screen.as(house), { size, language })
          await showScreen(house, visit, screen)
          await keep(visit, screen.name)
        }
        for (const name of outside.filter(wanted)) {
          const visit = await house.stranger({ size, language })
          await showOutside(visit, name, house, empty)
          await keep(visit, name)
        }
      }
    }
  } finally {
    await house.close()
    await empty.close()
  }
}
