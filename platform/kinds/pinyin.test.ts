import { expect, test } from 'vitest'
import { pinyinKey, searchPattern, searchText } from './pinyin.ts'

const finds = (typed: string, name: string): boolean =>
  searchText(name).includes(searchPattern(typed).slice(1, -1))

test('zhangxy, zxy, zhangxiaoyan and 晓燕 all find 张晓燕', () => {
  for (const typed of ['zhangxy', 'zxy', 'zhangxiaoyan', 'ZhangXY', 'zhang xiao yan', '晓燕', 'ｚｘｙ']) {
    expect(finds(typed, '张晓燕'), typed).toBe(true)
  }
  expect(finds('lixy', '张晓燕')).toBe(false)
})

test('ymdy finds a coat whose name ends so', () => expect(finds('ymdy', '双面羊毛大衣')).toBe(true))

test('a surname is found in its own reading and in the common one', () => {
  expect(finds('shanxy', '单晓燕')).toBe(true)
  expect(finds('danxy', '单晓燕')).toBe(true)
  expect(finds('ouyangnn', '欧阳娜娜')).toBe(true)
})

test('names in Latin letters are found by name, without spaces and by initials', () => {
  for (const typed of ['anna', 'annali', 'Anna Li', 'al']) expect(finds(typed, 'Anna Li'), typed).toBe(true)
})

test('signs of the pattern language are taken literally', () => {
  expect(searchPattern('100%_a\\')).toBe('%100\\%\\_a\\\\%')
})

test('names sort as in a Chinese dictionary', () => {
  const names = ['张晓燕', '陈思', '周敏', '安娜', '张小燕']
  expect(names.sort((a, b) => (pinyinKey(a) < pinyinKey(b) ? -1 : 1))).toEqual([
    '安娜',
    '陈思',
    '张小燕',
    '张晓燕',
    '周敏',
  ])
})
