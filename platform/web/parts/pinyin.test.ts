import { expect, test } from 'vitest'
import { looksLikePinyin, matchesPinyin } from './pinyin.ts'

const zhangXiaoyan = ['zhang', 'xiao', 'yan']

test.each(['zhangxy', 'zxy', 'zhangxiaoyan', 'xiaoyan', 'xy', 'zhxy', 'ZXY', 'zhang x', 'y'])(
  '%s finds 张晓燕',
  (typed) => {
    expect(matchesPinyin(zhangXiaoyan, typed)).toBe(true)
  },
)

test.each(['zy', 'lixy', 'hang', 'zhangxyz', 'xiyian'])('%s does not find 张晓燕', (typed) => {
  expect(matchesPinyin(zhangXiaoyan, typed)).toBe(false)
})

test('Chinese and style numbers are searched as written, not as pinyin', () => {
  expect(looksLikePinyin('张晓')).toBe(false)
  expect(looksLikePinyin('JW26D-1107')).toBe(false)
  expect(looksLikePinyin('zhangxy')).toBe(true)
})
