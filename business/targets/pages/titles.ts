import { words } from '../../../platform/kinds/words.ts'

/** Titles of the pages: all of this area's words that the first load holds. */
export const titles = words({
  targets: ['目标', 'Targets'],
  areaPlan: ['区域计划', 'Area plan'],
  storeMonth: ['店铺月目标', 'Store month'],
})
