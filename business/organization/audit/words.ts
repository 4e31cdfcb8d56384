import { words } from '../../../platform/kinds/words.ts'

/** Refusals and sheet heads of the audit. */
export const auditWords = words({
  notFound: ['没有找到', 'Not found'],
  dayWrong: ['日期不对', 'This is not a day'],
  endsBeforeItBegins: ['结束日不能早于开始日', 'It cannot end before it begins'],
  searchTooLong: ['一次最多查 31 天，请缩短', 'At most 31 days at once: please choose fewer'],
  audit: ['审计', 'Audit'],
  at: ['时间', 'When'],
  who: ['谁', 'Who'],
  onBehalfOf: ['代', 'For'],
  where: ['哪家店', 'Where'],
  what: ['做了什么', 'What'],
  record: ['记录', 'Record'],
  reason: ['原因', 'Reason'],
  device: ['从哪里', 'From'],
  before: ['之前', 'Before'],
  after: ['之后', 'After'],
  number: ['链上序号', 'Number in the chain'],
  company: ['公司', 'Company'],
  system: ['系统', 'System'],
})
