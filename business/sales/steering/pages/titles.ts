import { words } from '../../../../platform/kinds/words.ts'

/** Titles of the pages; the rest of their words comes with the pages. */
export const titles = words({
  chase: ['追踪清单', 'Chase list'],
  chaseShort: ['追店', 'Chase'],
  steer: ['掌握进度', 'Steer'],
  steerShort: ['追区', 'Steer'],
  month: ['月度达成', 'The month'],
  directives: ['交办指令', 'Directives'],
  directivesShort: ['交办', 'Directives'],
  give: ['交办', 'Give a directive'],
  adjust: ['调整策略', 'Adjust'],
  adjustShort: ['调整', 'Adjust'],
  adjustments: ['各店调整', 'Adjustments'],
})
