import { directiveProofs, directiveRaisings } from './directives.ts'
import {
  afterMonth,
  afterQuarter,
  afterYear,
  beforeMonth,
  beforeQuarter,
  beforeYear,
  daily,
  inMonth,
  raised,
  weekly,
} from './timing.ts'
import { type NewDuty, periodOfYear, proof, type Requirements, raising } from './types.ts'
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
    calendar: [raised(['有人提出重大事项', 'A weighty proposal is made'], 72)],
    title: ['重大事项会签', 'Sign major resolutions'],
    help: [
      '涉及大额资金、任免或业务转向的提案，写明意见并签名。',
      'Give a signed opinion on proposals about much money, key people or a change of business.',
    ],
    minutes: 45,
    weight: 4,
    lookedAfter: monthlyToGm,
    standIns: [],
    awaits: 'documents',
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
  {
    id: 'OD-3.1',
    kind: 'debt',
    calendar: [beforeYear(11, 30, 60)],
    title: ['年度销售计划', 'The annual sales plan'],
    help: [
      '把明年的销售分到区域和月份，两边合计分毫不差，提交总经理批准。',
      'Split next year over areas and months, exact both ways, and submit it to the general manager.',
    ],
    minutes: 480,
    weight: 5,
    lookedAfter: { ...gm, every: 'year' },
    standIns: [],
    proofs: [
      proof('targets.submitYear', async (find, { input }) => {
        const version = await find.targetVersion(input.version)
        return version ? [{ seat: 'company', periods: [periodOfYear(version.year)], holds: true }] : []
      }),
      // Returned by the general manager, it is due again.
      proof('targets.decideYear', async (find, { input }) => {
        const version = input.decision === 'return' ? await find.targetVersion(input.version) : undefined
        return version ? [{ seat: 'company', periods: [periodOfYear(version.year)], holds: false }] : []
      }),
    ],
    part: {
      says: [
        '销售计划已可做；实施方案与部门预算还要等预算',
        'The sales plan is live; measures and the department’s budget come with budgets',
      ],
      awaits: ['budget'],
    },
    redo: true,
    page: { path: '/targets', query: { year: '$year' } },
  },
  {
    id: 'OD-3.2',
    kind: 'debt',
    calendar: [beforeMonth(20), beforeQuarter(15), beforeYear(12, 15, 45)],
    title: ['推广计划与商品销售计划', 'Marketing and merchandise plans'],
    help: [
      '推广排到日历，商品按品类分到月，售罄与采购余额对得上。',
      'Campaigns on a calendar, merchandise by category and month, sell-through and open-to-buy in step.',
    ],
    minutes: 180,
    weight: 4,
    lookedAfter: monthlyToGm,
    standIns: ['merchandising'],
    awaits: 'promotions',
  },
  {
    id: 'OD-3.3',
    kind: 'perishable',
    calendar: [daily('11:00', 8)],
    title: ['掌握销售进度与方向', 'Steer sales every day'],
    help: [
      '先看落后的区域和店，一条指令派下去，成为下属的任务。',
      'Look first where sales lag; a directive issued there becomes somebody’s task.',
    ],
    minutes: 20,
    weight: 5,
    lookedAfter: { ...gm, every: 'week' },
    standIns: [],
    proofs: [
      proof('chase.steer', (_find, { input }) => [{ seat: 'company', periods: [input.day], holds: true }]),
    ],
    redo: true,
    page: { path: '/steer', query: { day: '$day' } },
  },
  {
    id: 'OD-3.4',
    kind: 'debt',
    calendar: [beforeYear(12, 20, 45), afterMonth(8)],
    title: ['年度培训计划与督导', 'The training year, and its supervision'],
    help: [
      '排好课，按区域看完成率与考试通过率，落后的补。',
      'Plan the sessions, see completion and exam results by area, make up what is missing.',
    ],
    minutes: 120,
    weight: 3,
    lookedAfter: monthlyToGm,
    standIns: ['training'],
    awaits: 'people',
  },
  {
    id: 'OD-3.5',
    kind: 'debt',
    calendar: [inMonth('last'), raised(['市场出现重大变化', 'The market changes markedly'], 72)],
    title: ['盯住行业，应对变化', 'Watch the trade and answer to it'],
    help: [
      '一个信号配一套应对：触发条件、措施、负责人、复盘。',
      'Each signal gets an answer: trigger, measures, who, and a look back.',
    ],
    minutes: 90,
    weight: 3,
    lookedAfter: monthlyToGm,
    standIns: [],
    awaits: 'market',
  },
  {
    id: 'OD-3.6',
    kind: 'debt',
    calendar: [afterMonth(6), afterQuarter(10), afterYear(1, 15)],
    title: ['部门例会：复盘与部署', 'Department meetings: look back, deploy'],
    help: [
      '材料由已结账期间自动生成，决议变任务，下次会上回头看。',
      'The pack comes from the closed period; resolutions become tasks and return to the agenda.',
    ],
    minutes: 120,
    weight: 4,
    lookedAfter: monthlyToGm,
    standIns: [],
    awaits: 'meetings',
  },
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
