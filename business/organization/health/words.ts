import { words } from '../../../platform/kinds/words.ts'
import type { Check } from './shape.ts'

export const checkNames: Readonly<Record<Check, readonly [string, string]>> = words({
  saving: ['保存', 'Saving'],
  answering: ['快慢', 'Speed'],
  room: ['拥挤', 'Room'],
  faults: ['故障', 'Faults'],
  duties: ['职责', 'Duties'],
  jobs: ['后台工作', 'Background work'],
  imports: ['导入', 'Imports'],
  audit: ['审计锚', 'Audit anchor'],
  backup: ['备份', 'Backup'],
})

export const findingWords = words({
  savingWell: ['读写都正常', 'Reading and saving go well'],
  savingNot: [
    '现在只能看、不能存：{reason}。请马上腾出磁盘空间',
    'Only reading goes on, nothing can be saved: {reason}. Make room on the disk now',
  ],
  answeringWell: [
    '最近 15 分钟 {requests} 次请求，{slow} 次超过 1 秒',
    '{requests} requests in the last 15 minutes, {slow} took over a second',
  ],
  answeringSlow: [
    '最近 15 分钟 {requests} 次请求里有 {slow} 次超过 1 秒，主线程最迟晚到 {late} 毫秒；看下面哪些操作慢',
    '{slow} of the {requests} requests of the last 15 minutes took over a second, the main thread came up to {late} ms late; see below what is slow',
  ],
  roomWell: ['没有人被请回去重来', 'Nobody was told to come again'],
  roomFull: [
    '有 {turned} 次请求因为太挤被请回去重来；高峰常这样就该加一台服务器',
    '{turned} requests were told to come again because it was full; if peaks are like this, add a server',
  ],
  faultsNone: ['最近 1 小时没有故障', 'No fault within the last hour'],
  faultsSome: [
    '最近 1 小时有 {faults} 次故障，编号和详情在服务器日志里',
    '{faults} {faults|fault|faults} within the last hour; their references stand in the log of the server',
  ],
  dutiesWell: ['{minutes} 分钟前排过职责', 'Duties were made {minutes} {minutes|minute|minutes} ago'],
  dutiesLate: [
    '已有 {minutes} 分钟没有排职责（应每 10 分钟一次）；重启服务器，仍不动请看日志',
    'Duties were last made {minutes} minutes ago, every 10 is meant; restart the server, and read its log if that does not help',
  ],
  jobsWell: ['没有积压', 'Nothing has piled up'],
  jobsStuck: [
    '{waiting} 件后台工作没有开始，最早的等了 {minutes} 分钟',
    '{waiting} jobs have not begun, the oldest has waited {minutes} minutes',
  ],
  jobsFailed: [
    '最近 1 天有 {failed} 件后台工作试了几次没有做成，详情在日志里',
    '{failed} {failed|job|jobs} gave up within a day; their reasons stand in the log',
  ],
  importsWell: ['进行中 {running} 件，最近 1 天没有失败', '{running} under way, none failed within a day'],
  importsFailed: [
    '最近 1 天有 {failed} 次导入没有完成；再导一次同一文件会接着补齐',
    '{failed} {failed|import|imports} did not finish within a day; the same file again completes them',
  ],
  auditWell: ['审计已锚定到 {days} 天前', 'The audit is anchored up to {days} {days|day|days} ago'],
  auditLate: [
    '审计已有 {days} 天没有锚定；请看日志里的原因',
    'The audit has not been anchored for {days} days; the log says why',
  ],
  backupWell: [
    '{hours} 小时前备份过；请把备份拷到别处',
    'Backed up {hours} {hours|hour|hours} ago; keep a copy elsewhere',
  ],
  backupOld: [
    '上次备份是 {hours} 小时前，应每晚一次',
    'The last backup is {hours} hours old, one a night is meant',
  ],
  backupNever: [
    '还没有备份过；每晚 3:40 自动备份，也可以现在运行 jingwei backup',
    'There is no backup yet; one is made at 3:40 each night, or run jingwei backup now',
  ],
  backupOthers: [
    '数据库在自己的 PostgreSQL 上，备份由管理它的人负责',
    'The database is a PostgreSQL of its own; whoever runs it looks after its backups',
  ],
})

export const healthWords = words({})
