import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cadenceIn } from './cadence-rules.ts'
import { matchesOf } from './match-rules.ts'
import { readDescription } from './read.ts'
import { requirementsFrom } from './requirement-rules.ts'
import { cutText } from './text-rules.ts'

const manager = `店长岗位说明书
岗位名称：店长
直接上级：区域经理
一、岗位职责
1、每日营业前组织晨会，分解当天目标到人；
2、每天闭店后核对货款，22:30前上传日报；
3. 每周一上午10点前提交上周销售分析
4、每月5日前完成员工考核；月底组织盘点
（5）及时处理顾客投诉
6、负责卖场陈列与卫生
二、任职要求
1、大专以上学历，三年以上女装零售管理经验；
2、熟悉商品知识，会用Excel；
3、诚信正直，有责任心
三、薪资待遇
底薪加提成`

const kindsOf = (text: string) =>
  cutText(text.split('\n').map((t) => ({ text: t }))).map((l) => `${l.kind}${l.code ? ` ${l.code}` : ''}`)

test('a Chinese description is cut into title, facts, headings, coded clauses, requirements and what is neither', () => {
  expect(kindsOf(manager)).toEqual([
    'title',
    'unused',
    'unused',
    'heading 1',
    'clause 1',
    'clause 2',
    'clause 3',
    'clause 4',
    'clause 5',
    'clause 6',
    'heading 2',
    'requirement 1',
    'requirement 2',
    'requirement 3',
    'heading 3',
    'unused',
  ])
  expect(
    cutText(manager.split('\n').map((text) => ({ text }))).every((l) => l.position === 'storeManager'),
  ).toBe(true)
})

test('an English one as well, also where the items are dots and the numbers are the word processor’s', () => {
  const lines = cutText(
    [
      'Store Manager',
      'Responsibilities:',
      '• Open the store before opening hours and brief the team daily',
      '• Prepare the weekly schedule every Thursday',
      'Qualifications',
      '• Three years of experience in fashion retail',
    ].map((text) => ({ text })),
  )
  expect(lines.map((l) => l.kind)).toEqual(['title', 'heading', 'clause', 'clause', 'heading', 'requirement'])
  const listed = cutText([
    { text: '导购' },
    { text: '接待顾客并介绍商品', listed: true },
    { text: '每天整理货架', listed: true },
  ])
  expect(listed.map((l) => [l.kind, l.code, l.position])).toEqual([
    ['title', '', 'salesAssociate'],
    ['clause', '1', 'salesAssociate'],
    ['clause', '2', 'salesAssociate'],
  ])
})

test('one document of several positions: each clause belongs to the position whose heading stands above it', () => {
  const lines = cutText(
    [
      '店长岗位职责',
      '1、每天开晨会，布置任务',
      '导购岗位职责',
      '1、热情接待每一位顾客',
      '2、每周清洁仓库一次',
    ].map((text) => ({ text })),
  )
  expect(lines.filter((l) => l.kind === 'clause').map((l) => l.position)).toEqual([
    'storeManager',
    'salesAssociate',
    'salesAssociate',
  ])
})

test('items that run together in one paragraph are clauses of their own', () => {
  const lines = cutText([{ text: '岗位职责：' }, { text: '1、每日巡场两次；2、每周检查陈列；3、每月盘点。' }])
  expect(lines.map((l) => l.text)).toEqual([
    '岗位职责：',
    '1、每日巡场两次；',
    '2、每周检查陈列；',
    '3、每月盘点。',
  ])
})

test.each([
  ['每日营业前组织晨会', true, 'day opening'],
  ['每天闭店后核对货款', true, 'day closing 30'],
  ['每天22:30前上传日报', true, 'day 22:30'],
  ['每天下午5点半前回传数据', false, 'day 17:30'],
  ['每周五提交分析', false, 'week 5'],
  ['每周一上午10点前提交上周销售分析', true, 'week 1 10:00'],
  ['每周两次走访门店', false, 'week 2, week 5'],
  ['每月5日前完成考核', true, 'month 5'],
  ['次月3号前上交报表', false, 'month after 3'],
  ['月底组织盘点', true, 'month last'],
  ['每季度评估陈列', false, 'quarter last'],
  ['制定年度销售计划', false, 'year 12'],
  ['每半年修订制度', false, 'year 6, year 12'],
  ['daily cash count after closing', true, 'day closing 30'],
  ['Submit the weekly report every Monday', false, 'week 1'],
  ['by the 5th of each month', false, 'month 5'],
  ['annual budget', false, 'year 12'],
  ['每日巡场，每月汇总', true, 'day closing 0, month last'],
])('%s is %s: %s', (text, inStore, expected) => {
  const said = cadenceIn(text as string, inStore as boolean)
  expect(said.undecided).toBeNull()
  expect(
    said.calendar
      .map((t) =>
        t.every === 'day'
          ? `day ${t.by}${t.by === 'closing' && 'grace' in t ? ` ${t.grace}` : ''}`
          : t.every === 'week'
            ? `week ${t.weekday}${t.by === '18:00' ? '' : ` ${t.by}`}`
            : t.every === 'year'
              ? `year ${t.month}`
              : t.every === 'month' || t.every === 'quarter'
                ? `${t.every} ${t.in === 'after' ? 'after ' : ''}${t.on}`
                : t.every,
      )
      .join(', '),
  ).toBe(expected)
})

test.each([
  ['及时处理顾客投诉', 'vague', '及时'],
  ['定期检查消防设施', 'vague', '定期'],
  ['Regularly visit the stores', 'vague', 'Regularly'],
  ['接到投诉后24小时内回复', 'event', '接到投诉后'],
  ['隔周召开例会', 'fortnight', '隔周'],
  ['负责卖场陈列', 'noWords', undefined],
])('%s needs a decision: %s', (text, undecided, word) => {
  const said = cadenceIn(text, true)
  expect(said.undecided).toBe(undecided)
  expect(said.words[0]).toBe(word)
})

test.each([
  '每月1日和15日盘点样衣',
  '每月5日、20日交报表',
  '每周一、周三、周五巡场',
  '每周一、三、五盘点',
  '每周二四整理仓库',
  'Count the tills every Monday and Thursday',
  '每周一至周三检查陈列',
  '周一至周五每天检查卖场',
  '每周至少三次走访，每周五汇总',
  '每天三次清点试衣间',
  '每日早晚两次清洁',
  '每月最后一个周五开总结会',
  '每年1月15日前提交预算',
  '每年3月、9月换季盘点',
  '每季度首月10日前提交',
  '每月5日10:30前上报',
  '每天上午10点开晨会',
  '不定期，每月抽查',
])('%s says more than one calendar holds: somebody decides', (text) => {
  expect(cadenceIn(text, true).undecided).not.toBeNull()
})

test('by the end of work on Friday is weekly, not daily', () => {
  expect(cadenceIn('每周五下班前交周报', true)).toMatchObject({
    undecided: null,
    calendar: [{ every: 'week', weekday: 5 }],
  })
})

test('no paragraph of any text is lost: each becomes a line, in its order and with all its words', () => {
  const piece = fc.constantFrom(
    '一、',
    '（二）',
    '1.',
    '2、',
    '1.2 ',
    '①',
    '- ',
    '岗位职责',
    '任职要求',
    '薪资',
    '店长',
    '导购：',
    '每日开晨会',
    '；3、每周检查',
    '及时',
    '。',
    ' ',
    'Duties:',
    'weekly report',
    '\t',
    '\u3000',
    'x',
  )
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.array(piece, { maxLength: 6 }).map((p) => p.join('')),
          fc.string(),
        ),
        { maxLength: 25 },
      ),
      (texts) => {
        const lines = cutText(texts.map((text) => ({ text })))
        const bare = (text: string) => text.replace(/[\s\u3000\u200b\ufeff]+/g, '')
        expect(lines.map((l) => bare(l.text)).join('')).toBe(texts.map(bare).join(''))
        expect(lines.map((l) => l.line)).toEqual(lines.map((_, i) => i + 1))
      },
    ),
    { numRuns: 400 },
  )
})

test('wording finds its duty, whoever wrote it, and nothing like it finds none', async () => {
  const read = await readDescription(Buffer.from(manager), 'storeManager')
  if ('refused' in read) throw new Error(read.refused)
  const report = read.lines.find((l) => l.text.includes('日报'))!
  expect(report.matches[0]!.duty).toBe('SM-1.5')
  expect(matchesOf('xyzw qqqq', [{ duty: 'A', text: '提交销售日报' }])).toEqual([])
})

test('what a document asks of a person stands in the profile; what it is silent about stays', () => {
  const before = {
    education: ['高中', 'High school'],
    years: { trade: 1, leading: 2 },
    knowledge: [['旧知识', 'old']],
    skills: [['旧能力', 'old']],
    integrity: ['旧', 'old'],
    tools: [['旧工具', 'old']],
  } as const
  const after = requirementsFrom(
    ['1、大专以上学历，三年以上女装零售管理经验；', '2、会用Excel', '3、诚信正直'],
    before,
  )
  expect(after.education[0]).toContain('大专')
  expect(after.years).toEqual({ trade: 3, leading: 2 })
  expect(after.tools.map((t) => t[0])).toEqual(['会用Excel'])
  expect(after.integrity[0]).toBe('诚信正直')
  expect(after.knowledge).toEqual(before.knowledge)
})

test.each([
  ['a legacy .doc', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'fileLegacy'],
  ['a PDF', Buffer.from('%PDF-1.7 …'), 'filePdf'],
  ['no text', Buffer.from([1, 0, 2, 0, 3, 0, 4]), 'fileNoText'],
  ['a zip that is none', Buffer.from('504b0304ffff', 'hex'), 'fileDamaged'],
  ['nothing', Buffer.from('  \n '), 'fileEmpty'],
  ['no clause', Buffer.from('你好'), 'noClauses'],
])('%s is refused', async (_what, bytes, why) => {
  expect(await readDescription(bytes as Buffer)).toMatchObject({ refused: why })
})

test('GBK and UTF-16 read as UTF-8 does', async () => {
  const { default: iconv } = await import('iconv-lite')
  const clauses = async (bytes: Buffer) => {
    const read = await readDescription(bytes)
    return 'refused' in read ? read.refused : read.lines.map((l) => l.text)
  }
  const expected = await clauses(Buffer.from(manager))
  expect(await clauses(iconv.encode(manager, 'gb18030'))).toEqual(expected)
  expect(await clauses(iconv.encode(manager, 'utf-16le', { addBOM: true }))).toEqual(expected)
})
