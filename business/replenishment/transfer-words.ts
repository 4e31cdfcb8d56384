import { words } from '../../platform/kinds/words.ts'

export const transferWords = words({
  fileMissing: ['文件打不开：{file}', 'The file cannot be opened: {file}'],
  fileBroken: ['{file} 读不通：{detail}', '{file} cannot be read: {detail}'],
  headsMissing: [
    '{file} 第一行要有这些列：{heads}',
    'The first line of {file} must have the columns {heads}',
  ],
  before: ['调拨前', 'before'],
  after: ['调拨后', 'after'],
  runs: [
    '{when}：齐码 {whole} 个款店，断码 {broken} 个，没货 {empty} 个',
    '{when}: {whole} whole size runs (style × store), {broken} broken, {empty} without a piece',
  ],
  moved: [
    '共 {bundles} 组，搬 {pieces} 件；总件数 {unitsBefore} → {unitsAfter}',
    '{bundles} bundles, {pieces} pieces moved; pieces in all {unitsBefore} → {unitsAfter}',
  ],
  completes: [
    '{style} 在 {store} 补齐（卖过 {sold} 件）：{list}',
    '{style} made whole in {store} (sold {sold} there): {list}',
  ],
  clears: [
    '{style} 在 {store} 只剩断码，凑不齐，归到齐码的店（卖过 {sold} 件）：{list}',
    '{style} in {store} is a remainder that cannot be made whole (sold {sold} there): {list}',
  ],
  sizeFrom: ['{size} {pieces} 件来自 {store}', '{pieces} of {size} from {store}'],
  sizeTo: ['{size} {pieces} 件去 {store}', '{pieces} of {size} to {store}'],
})
