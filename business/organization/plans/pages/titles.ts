import { words } from '../../../../platform/kinds/words.ts'

/** Titles of the pages: all of this area's words that the first load holds. */
export const titles = words({ floorPlan: ['店铺平面图', 'Floor plan'] })
