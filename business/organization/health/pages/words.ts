import { words } from '../../../../platform/kinds/words.ts'
import { titles } from './titles.ts'

export const w = {
  ...titles,
  ...words({
    sub: ['每半分钟看一次；要人看的排在前面', 'Looked at every half minute; what wants somebody comes first'],
    well: ['一切正常', 'All is well'],
    watch: ['{n} 件要留意', '{n} {n|thing|things} to watch'],
    ill: ['{n} 件要马上处理', '{n} {n|thing|things} to see to now'],
    wellShort: ['正常', 'Well'],
    watchShort: ['留意', 'Watch'],
    illShort: ['处理', 'See to it'],
    requests: ['15 分钟请求', 'Requests, 15 min'],
    listeners: ['开着的页面', 'Open pages'],
    memory: ['内存', 'Memory'],
    late: ['主线程晚到', 'Main thread late'],
    lateNote: ['99% 不超过', '99 of 100 within'],
    up: ['已运行', 'Up'],
    minutes: ['{n} 分钟', '{n} min'],
    hours: ['{n} 小时', '{n} h'],
    days: ['{n} 天', '{n} d'],
    embedded: ['内嵌数据库', 'Embedded database'],
    postgres: ['PostgreSQL', 'PostgreSQL'],
    slowest: ['最近一小时最慢的操作', 'The slowest of the last hour'],
    slowestSub: ['最长的一次；下面是次数和平均', 'The longest one; below, how often and the mean'],
    none: ['还没有人问过什么', 'Nobody has asked for anything yet'],
    times: ['{n} 次 · 平均 {mean} 毫秒', '{n} {n|time|times} · mean {mean} ms'],
    metrics: [
      '监控程序读 /metrics（Prometheus 格式）：本机直接读，别处要带 METRICS_TOKEN',
      'A monitoring program reads /metrics (Prometheus): from this machine as it is, from elsewhere with METRICS_TOKEN',
    ],
  }),
}
