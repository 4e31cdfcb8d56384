import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import type { Day } from '../../../platform/kinds/day.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import { forecastAccuracy, refusalText } from './accuracy-command.ts'
import { parseDay, readDayFile } from './day-file.ts'

const read = (text: string | Uint8Array, mapping = {}) => {
  const answer = readDayFile(typeof text === 'string' ? Buffer.from(text) : text, mapping)
  if (isRefusal(answer)) throw new Error(`${answer.refused} ${JSON.stringify(answer.facts)}`)
  return answer
}

describe('什么表都读得进', () => {
  test('中文表头、千分位、斜杠日期', () => {
    const { lines, columns } = read(
      '门店,日期,销售额,活动\n云锦店,2026/11/5,"1,234.50",是\n云锦店,2026年11月6日,￥800,否\n',
    )
    expect(columns).toEqual({ store: '门店', date: '日期', sales: '销售额', promotion: '活动' })
    expect(lines.map((l) => [l.store, l.day, l.sales, l.promotion])).toEqual([
      ['云锦店', '2026-11-05', 1234.5, true],
      ['云锦店', '2026-11-06', 800, false],
    ])
  })
  test('GBK、UTF-16、制表符、回车换行', () => {
    const text = '店铺\t日期\t金额\r\n云锦\t20261105\t10\r\n'
    for (const bytes of [
      iconv.encode(text, 'gbk'),
      iconv.encode(text, 'utf16le', { addBOM: true }),
      Buffer.from(`\uFEFF${text}`),
    ]) {
      expect(read(bytes).lines).toMatchObject([{ store: '云锦', day: '2026-11-05', sales: 10 }])
    }
  })
  test('自己的表头可以指定；指定的不在，就说不在', () => {
    expect(read('a,b,c\nS,2026-01-01,5\n', { store: 'a', date: 'b', sales: 'c' }).lines).toHaveLength(1)
    expect(readDayFile(Buffer.from('Store,Date,Sales\nS,2026-01-01,5\n'), { sales: '实收' })).toMatchObject({
      refused: 'columnMissing',
      facts: { column: 'sales' },
    })
    expect(readDayFile(Buffer.from('Store,Date\nS,2026-01-01\n'))).toMatchObject({ refused: 'columnMissing' })
    expect(readDayFile(Buffer.from(''))).toMatchObject({ refused: 'fileEmpty' })
  })
  test('坏行不丢：行号和缘由都在', () => {
    const { lines, rejected } = read(
      'Store,Date,Sales\nS,2026-02-30,5\n,2026-02-01,5\nS,2026-02-01,abc\nS,2026-02-02,\n',
    )
    expect(rejected).toEqual([
      { line: 2, why: 'notADay' },
      { line: 3, why: 'noStore' },
      { line: 4, why: 'notAnAmount' },
    ])
    // 空的销售额是还没有，不是零。
    expect(lines).toEqual([expect.not.objectContaining({ sales: expect.anything() })])
  })
  test.each([
    ['2026-11-05', '2026-11-05'],
    ['2026.1.5', '2026-01-05'],
    ['5.11.2026', '2026-11-05'],
    ['2026-11-05 00:00:00', '2026-11-05'],
    ['２０２６－１１－０５', '2026-11-05'],
    ['2026-13-05', undefined],
    ['昨天', undefined],
  ])('日期 %s → %s', (text, day) => {
    expect(parseDay(text)).toBe(day)
  })
})

test('文件不在，是一句话，不是一串报错', async () => {
  const answer = await forecastAccuracy({ file: '/nowhere/days.csv', splitDay: '2026-01-01' as Day })
  if (!isRefusal(answer)) throw new Error('a file that is not there was read')
  expect(refusalText(answer, 'zh')).toMatch(/^读不了 \/nowhere\/days\.csv/)
})
