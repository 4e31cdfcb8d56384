import { approvalProofs, approvalRaisings } from './approvals.ts'
import { directiveProofs, directiveRaisings } from './directives.ts'
import { steeringDuties } from './operations-director-steering.ts'
import { raising } from './proofs.ts'
import { afterMonth, afterQuarter, afterYear, beforeYear, inMonth, raised, weekly } from './timing.ts'
import type { NewDuty, Requirements } from './types.ts'
import { inspectionProofs } from './visits.ts'

const gm = { by: 'generalManager' } as const
const monthlyToGm = { ...gm, every: 'month' } as const

/** 运营总监 */
export const operationsDirectorRequirements: Requirements = {
  education: [
    '大学本科及以上，市场、管理或服装类优先',
    'A university degree, preferably in marketing, management or fashion',
  ],
  years: { trade: 8, leading: 5 },
  knowledge: [
    [
      '熟悉女装品牌的产品、价格带与季节节奏',
      'Knows products, price bands and the seasons of a women’s-wear brand',
    ],
    [
      '了解百货、购物中心与街铺各自的合作方式',
      'Knows how department stores, malls and street shops each work with a brand',
    ],
  ],
  skills: [
    ['手里有渠道资源，谈得下位置', 'Has channels to draw on and wins good locations'],
    ['带得出队伍，留得住人', 'Builds a team and keeps it'],
    ['从数字里看出原因，也看得出对策', 'Reads causes, and remedies, out of figures'],
  ],
  integrity: [
    '经手资源与合同，账目清楚，不谋私利',
    'Handles contracts and resources with clean books and no gain of one’s own',
  ],
  tools: [['表格、演示与经纬的计划和看板', 'Spreadsheets, slides, and the plans and boards of Jingwei']],
}

export const operationsDirectorDuties: readonly NewDuty[] = [
  {
    id: 'OD-1.1',
    kind: 'debt',
    calendar: [afterQuarter(15), raised(['经营议题提出', 'A question of strategy is raised'], 120)],
    title: ['参与经营决策', 'Decide strategy with the board'],
    help: [
      '带着系统里的数字表态：问题、选项、意见、结论、谁去办。',
      'Argue from the figures: question, options, opinions, conclusion and who carries it out.',
    ],
    minutes: 120,
    weight: 4,
    lookedAfter: { ...gm, every: 'quarter' },
    standIns: [],
    awaits: 'meetings',
  },
  {
    id: 'OD-1.2',
    kind: 'debt',
    calendar: [beforeYear(12, 10, 40)],
    title: ['年度经营计划与预算', 'The year’s operating plan and budget'],
    help: [
      '收入、毛利、人工、场租、推广、培训逐项编，版本可比，批准后每月对实际。',
      'Revenue, margin, wages, rent, marketing and training line by line; versions compared; actuals every month.',
    ],
    minutes: 480,
    weight: 5,
    lookedAfter: { ...gm, every: 'year' },
    standIns: [],
    awaits: 'budget',
  },
  {
    id: 'OD-1.3',
    kind: 'debt',
    calendar: [raised(['有人提出重大事项', 'A weighty proposal is made'], 48)],
    title: ['重大事项会签', 'Sign major resolutions'],
    help: [
      '涉及大额资金、任免或业务转向的提案，写明意见并签名。',
      'Give a signed opinion on proposals about much money, key people or a change of business.',
    ],
    minutes: 45,
    weight: 4,
    lookedAfter: monthlyToGm,
    standIns: [],
    proofs: approvalProofs,
    raisedBy: approvalRaisings,
    part: {
      says: [
        '降价方案、采购计划待批可做；任免与其他重大事项要等文件会签',
        'Markdown plans and plans to buy by are live; appointments and other weighty matters come with documents',
      ],
      awaits: ['documents'],
    },
    redo: false,
    page: { path: '/approvals', query: { of: '$event' } },
  },
  {
    id: 'OD-1.4',
    kind: 'debt',
    calendar: [weekly(1, '12:00')],
    title: ['每周向总经理报告', 'The weekly brief to the general manager'],
    help: [
      '内外动态各说三件，建议写清楚，追到答复为止。',
      'Three things from inside, three from outside, advice that is followed to an answer.',
    ],
    minutes: 60,
    weight: 4,
    lookedAfter: { ...gm, every: 'week' },
    standIns: [],
    awaits: 'meetings',
  },
  {
    id: 'OD-2.1',
    kind: 'debt',
    calendar: [raised(['制度需要新立或修订', 'A rule must be made or changed'], 240), afterYear(1, 31)],
    title: ['制定营销与运营制度', 'Write the rules of selling and running stores'],
    help: [
      '起草、评审、批准、发布到该看的岗位与店铺，旧版留存。',
      'Draft, review, approve and publish to those concerned; former versions stay.',
    ],
    minutes: 180,
    weight: 3,
    lookedAfter: { ...gm, every: 'quarter' },
    standIns: [],
    awaits: 'documents',
  },
  {
    id: 'OD-2.2',
    kind: 'debt',
    calendar: [afterMonth(8)],
    title: ['让制度落到店里', 'See the rules carried out'],
    help: [
      '看各店签收率、测验和检查结果，没跟上的追到位。',
      'Acknowledgement, quizzes and inspections by store; whoever lags is followed up.',
    ],
    minutes: 90,
    weight: 3,
    lookedAfter: monthlyToGm,
    standIns: ['areaManager'],
    awaits: 'documents',
  },
  ...steeringDuties,
  {
    id: 'OD-4.1',
    kind: 'debt',
    calendar: [weekly(5), beforeYear(12, 20, 45)],
    title: ['激励、培训、考核方案', 'Schemes of incentive, training and appraisal'],
    help: [
      '方案有版本、有批准；现行版本就是算提成和考核的那一版。',
      'Schemes have versions and approval; the one in force is the one that computes pay and appraisal.',
    ],
    minutes: 90,
    weight: 4,
    lookedAfter: monthlyToGm,
    standIns: [],
    awaits: 'people',
  },
  {
    id: 'OD-4.2',
    kind: 'debt',
    calendar: [inMonth('last'), afterYear(1, 31)],
    title: ['部门编制，考核下属，检查工作', 'Shape the department, appraise, inspect'],
    help: [
      '编制按生效日排；每位区长都有考核；到店检查留记录。',
      'Headcount by effective date, an appraisal of every area manager, visits on record.',
    ],
    minutes: 180,
    weight: 4,
    lookedAfter: monthlyToGm,
    standIns: [],
    proofs: inspectionProofs,
    part: {
      says: [
        '到店检查可做：每月至少一次，一年走遍各区；编制与考核要等人事',
        'Inspections are live: one a month at least, every area within a year; headcount and appraisals come with personnel',
      ],
      awaits: ['people'],
    },
    redo: true,
    page: { path: '/visits' },
  },
  {
    id: 'OD-4.3',
    kind: 'debt',
    calendar: [raised(['活动立项', 'A campaign is set up'], 168)],
    title: ['市场活动落地', 'Campaigns from plan to store'],
    help: [
      '大型活动、促销、上新、计划推广、形象：选店、清单、照片、进度。',
      'Events, promotions, launches, roll-outs, store image: stores, checklist, photos, progress.',
    ],
    minutes: 120,
    weight: 4,
    lookedAfter: monthlyToGm,
    standIns: ['areaManager'],
    awaits: 'promotions',
  },
  {
    id: 'OD-5',
    kind: 'debt',
    calendar: [raised(['文件待签', 'A document waits for signature'], 48)],
    title: ['签署合同与文件', 'Sign contracts and issue documents'],
    help: [
      '编号、会签、签署时间、发放名单都在台账，到期前提醒。',
      'Number, route, time of signature and issue list in one register; expiry is announced.',
    ],
    minutes: 30,
    weight: 4,
    lookedAfter: monthlyToGm,
    standIns: [],
    awaits: 'documents',
  },
  {
    id: 'OD-6',
    kind: 'debt',
    calendar: [raised(['突发事件，或总经理交办', 'An incident, or a task from the general manager'], 24)],
    title: ['突发事件与交办事项', 'Incidents and tasks from above'],
    help: [
      '按轻重计时升级，处理过程留时间线，办完由交办人验收。',
      'Escalates by severity and clock, keeps a timeline, and is accepted by whoever gave the task.',
    ],
    minutes: 60,
    weight: 5,
    lookedAfter: { ...gm, every: 'week' },
    standIns: [],
    proofs: directiveProofs('company'),
    raisedBy: [
      raising('directives.giveDirector', (_find, { answer }) => [
        { seat: 'company', event: answer.id, dueAt: new Date(answer.dueAt), holds: true },
      ]),
      ...directiveRaisings('company'),
    ],
    part: {
      says: [
        '总经理交办可做；突发事件要等店铺现场',
        'Tasks from the general manager are live; incidents come with the shop floor',
      ],
      awaits: ['floor'],
    },
    redo: true,
    page: { path: '/directives', query: { directive: '$event' } },
  },
]
