import { words } from '../../../../platform/kinds/words.ts'

/** Titles of the pages: all of this area's words that the first load holds. */
export const titles = words({
  imports: ['导入文件', 'Imports'],
  importsShort: ['导入', 'Imports'],
  preview: ['导入前先看', 'Before importing'],
  result: ['导入结果', 'Import result'],
})
