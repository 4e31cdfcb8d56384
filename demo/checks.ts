import { insertEdition } from '../business/floor/checks/edition-tables.ts'
import { flagsOf, leastSeconds, sampleOf, windowOf } from '../business/floor/checks/rules.ts'
import {
  type CheckAnswer,
  type CheckItem,
  type CheckKind,
  displayZones,
  flags,
  isOwnKind,
  kinds,
} from '../business/floor/checks/shape.ts'
import { shippedEdition, shippedFrom } from '../business/floor/checks/shipped.ts'
import { owingOn } from '../business/floor/checks/view-tables.ts'
import { itemsFor } from '../business/floor/editions/rules.ts'
import { storesOf } from '../business/sales/boards/tables.ts'
import type { Database } from '../platform/database/database.ts'
import { addDays, type Day } from '../platform/kinds/day.ts'
import { companyWide, newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import * as rows from './check-tables.ts'
import { instant } from './moments.ts'
import { hashOf, Random } from './random.ts'
import { insertAll, withoutReferenceChecks } from './write.ts'

type Store = Awaited<ReturnType<typeof storesOf>>[number]
interface Person {
  readonly id: string
  readonly store: string
}
/** What one finds in a shop, by the code of the item; how it was put right. */
const troubles: Readonly<Record<string, readonly [wrong: string, done: string]>> = {
  'h-glass': ['门玻璃有手印', '已擦'],
  'h-lamp': ['右墙第二盏射灯不亮', '换了灯泡'],
  'h-mirror': ['二号试衣镜下沿有污渍', '已擦'],
  'h-curtain': ['三号帘子掉了两个钩', '补了挂钩'],
  'h-store': ['两箱新货放在地上', '已上架'],
  'o-exit': ['消防通道堆了纸箱', '清走了'],
  'o-price': ['两款毛衣没有价签', '补打了价签'],
  'd-firm': ['左墙层板松', '螺丝拧紧'],
  'd-press': ['两件衬衫有褶', '熨过了'],
  'c-iron': ['蒸汽机没倒水', '倒掉了'],
  'a-fire': ['一支灭火器压力偏低', '已换新'],
}
/** The store that answers everything in a few seconds, and those that are late or forget. */
const isQuick = (store: Store): boolean => store.code === 'WX01'
const forgets = (store: Store): number => (store.code === 'SZ01' ? 0.3 : store.code === 'NJ01' ? 0.12 : 0.02)

const isDone = (store: Store, day: Day, { kind, round }: Pick<Planned, 'kind' | 'round'>): boolean =>
  !new Random(hashOf(`forgot:${store.code}:${day}:${kind}:${round}`)).chance(forgets(store))

/** One sheet to be handed in: which, by whom, when, with which answers. */
interface Planned {
  readonly kind: CheckKind
  readonly zone: string
  readonly round: number
  readonly by: string
  readonly at: Date
  readonly seconds: number
  readonly items: readonly CheckItem[]
  readonly answers: readonly CheckAnswer[]
}

/**
 * A week of checklists as they stood in the books, and this morning's through the door by the people themselves: most in
 * order, some with findings that were mended, a few of them still open, one store that is suspiciously fast.
 */
export async function makeChecks(
  database: Database,
  acts: Acts,
  { today, now, days }: { today: Day; now: Date; days: number },
  progress: (text: string) => void,
): Promise<void> {
  const shipped = { by: null, at: new Date(`${shippedFrom}T00:00:00Z`), words: null }
  for (const kind of kinds) await insertEdition(database, shippedEdition(kind), shipped)
  const stores = await storesOf(database, null, null, today)
  const ids = stores.map((s) => s.id)
  const book = new Book(acts)
  for (let back = days; back >= 1; back--) {
    const day = addDays(today, -back)
    const { people, closed } = await owingOn(database, ids, day)
    for (const store of stores)
      if (store.openedOn <= day && !closed.has(store.id))
        for (const sheet of plan(acts, store, day, people).sort((a, b) => a.at.getTime() - b.at.getTime()))
          if (isDone(store, day, sheet)) book.write(store, day, back, sheet)
  }
  const { people, closed } = await owingOn(database, ids, today)
  const due = stores
    .filter((s) => !closed.has(s.id))
    .map((store) => {
      const sheets = plan(acts, store, today, people).filter((s) => s.at <= now && isDone(store, today, s))
      const last = sheets.findLast((s) => s.kind === 'fitting')
      // Of the hours of the fitting rooms the last is handed in, those before stand there already.
      for (const sheet of sheets)
        if (sheet.kind === 'fitting' && sheet !== last) book.write(store, today, 0, sheet)
      return { store, sheets: sheets.filter((s) => s.kind !== 'fitting' || s === last) }
    })
  await book.save(database)
  let handedIn = 0
  await Promise.all(
    due.map(async ({ store, sheets }) => {
      for (const { items: _, at, by, ...sheet } of sheets) {
        await acts.do(by, at, 'checks.handIn', {
          id: newId(),
          store: store.id,
          day: today,
          edition: shippedEdition(sheet.kind).id,
          kind: sheet.kind,
          zone: sheet.zone || null,
          round: sheet.kind === 'fitting' ? sheet.round : null,
          seconds: sheet.seconds,
          answers: sheet.answers,
        })
        handedIn++
      }
    }),
  )
  progress(`  检查表 checklists: ${book.size + handedIn}`)
}

/** What a store hands in on a day, in the order of time. */
function plan(acts: Acts, store: Store, day: Day, people: readonly Person[]): Planned[] {
  const manager = acts.holder('storeManager', { store: store.id })
  const own = people.filter((p) => p.store === store.id).map((p) => p.id)
  const sheet = (
    kind: CheckKind,
    minutes: number,
    by: string,
    more: { zone?: string; round?: number } = {},
  ) => {
    const { zone = '', round = 0 } = more
    const random = new Random(hashOf(`check:${store.code}:${day}:${kind}:${by}:${round}`))
    const items = itemsFor(shippedEdition(kind), store.kind)
    const needed = leastSeconds(items.length)
    return {
      kind,
      zone,
      round,
      by,
      items,
      at: instant(day, minutes + random.whole(0, 9)),
      seconds: isQuick(store) && kind !== 'fitting' ? random.whole(4, 7) : needed + random.whole(8, 160),
      answers: answersOf(items, sampleOf(items, store.id, day), random, isQuick(store)),
    }
  }
  const first = own[0] ?? manager
  return [
    sheet('hygiene', 555, first),
    sheet('opening', 570, manager),
    ...own.map((by, i) => sheet('display', 572 + i, by, { zone: displayZones[i % displayZones.length]! })),
    ...[11, 12, 13, 14, 15, 16, 17, 18, 19, 20].map((round) =>
      sheet('fitting', round * 60 + 12, own[round % Math.max(1, own.length)] ?? manager, { round }),
    ),
    sheet('safety', 22 * 60 + 5, manager),
    sheet('closing', 22 * 60 + 9, manager),
  ]
}

function answersOf(
  items: readonly CheckItem[],
  sample: readonly string[],
  random: Random,
  isPerfect: boolean,
): CheckAnswer[] {
  return items.map(({ code, number }) => {
    const [wrong, done] = troubles[code] ?? []
    const isWrong = wrong !== undefined && !isPerfect && random.chance(0.06)
    const value = number ? (number.unit === 'celsius' ? random.whole(21, 25) : (number.low ?? 0) * 3) : null
    return {
      code,
      inOrder: !isWrong,
      how: isWrong || number || sample.includes(code) ? 'one' : 'rest',
      value,
      wrong: isWrong ? wrong : null,
      done: isWrong && random.chance(0.5) ? done! : null,
      photo: null,
    }
  })
}

/** The week as it is written: sheets, what was found and mended, and what superiors made of it. */
class Book {
  private readonly sheets: rows.DemoSheet[] = []
  private readonly findings: rows.DemoFinding[] = []
  private readonly reviews: rows.DemoReview[] = []
  private readonly open = new Map<string, rows.DemoFinding>()
  private readonly before = new Map<string, { wrong: number }[]>()
  constructor(private readonly acts: Acts) {}

  get size(): number {
    return this.sheets.length
  }

  write(store: Store, day: Day, back: number, s: Planned): void {
    const keeper = isOwnKind(s.kind) ? s.by : companyWide
    const wrong = s.answers.filter((a) => !a.inOrder).length
    const key = `${store.id} ${s.kind} ${keeper}`
    const last = this.before.get(key) ?? []
    const shown = flagsOf(s.seconds, s.items.length, wrong, last)
    this.before.set(key, [{ wrong }, ...last].slice(0, 3))
    const made: rows.DemoSheet = {
      ...s,
      store: store.id,
      id: newId(),
      day,
      keeper,
      edition: shippedEdition(s.kind).id,
      storeKind: store.kind,
      leastSeconds: leastSeconds(s.items.length),
      dueAt: windowOf(s.kind, s.round, store, day).dueAt,
      wrong,
      flags: shown,
    }
    this.sheets.push(made)
    for (const answer of s.answers) if (!answer.inOrder) this.find(made, answer, back)
    this.look(store, made, back)
  }

  /** Most is put right within hours; what a shop cannot mend itself stays open for days. */
  private find(sheet: rows.DemoSheet, answer: CheckAnswer, back: number): void {
    const key = `${sheet.store} ${sheet.kind} ${sheet.zone} ${answer.code}`
    const known = this.open.get(key)
    if (known && (known.mendedAt === null || known.mendedAt > sheet.at)) return
    const random = new Random(hashOf(`mend:${key}:${sheet.day}`))
    const isOpen = random.chance(back === 1 ? 0.25 : 0.08)
    const finding: rows.DemoFinding = {
      store: sheet.store,
      id: newId(),
      sheet: sheet.id,
      kind: sheet.kind,
      zone: sheet.zone,
      code: answer.code,
      day: sheet.day,
      wrong: answer.wrong!,
      at: sheet.at,
      mendedBy: isOpen ? null : sheet.by,
      mendedAt: isOpen ? null : new Date(sheet.at.getTime() + random.whole(20, 400) * 60_000),
      words: isOpen ? null : (troubles[answer.code]?.[1] ?? '已处理'),
    }
    this.open.set(key, finding)
    this.findings.push(finding)
  }

  /** The area manager looks at the stores' in the morning, the store manager at her associates' own. */
  private look(store: Store, sheet: rows.DemoSheet, back: number): void {
    if (sheet.kind === 'fitting' || back === 1 || !store.area) return
    const random = new Random(hashOf(`look:${sheet.store}:${sheet.day}:${sheet.kind}:${sheet.by}`))
    if (!random.chance(0.6)) return
    const by = isOwnKind(sheet.kind)
      ? this.acts.holder('storeManager', { store: store.id })
      : this.acts.holder('areaManager', { area: store.area })
    const at = new Date(instant(addDays(sheet.day, 1), 8 * 60).getTime() + random.whole(0, 90) * 60_000)
    const it = { store: store.id, sheet: sheet.id, by, at, words: null }
    this.reviews.push({ ...it, id: newId(), kind: 'opened' }, { ...it, id: newId(), kind: 'confirmed' })
  }

  save(database: Database): Promise<void> {
    return database.transaction(async (db) => {
      await withoutReferenceChecks(db)
      await insertAll(db, rows.sheetRows, this.sheets)
      for (const flag of flags) {
        const flagged = this.sheets.filter((s) => s.flags.includes(flag)).map((s) => s.id)
        await db.query(
          'update check_sheet set flags = array_append(flags, $1::text) where id = any($2::uuid[])',
          [flag, flagged],
        )
      }
      await insertAll(
        db,
        rows.answerRows,
        this.sheets.flatMap(({ store, id, answers }) => answers.map((of) => ({ store, id, of }))),
      )
      await insertAll(db, rows.findingRows, this.findings)
      await insertAll(db, rows.reviewRows, this.reviews)
    })
  }
}
