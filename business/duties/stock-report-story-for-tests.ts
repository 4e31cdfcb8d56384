import { newId } from '../../platform/kinds/id.ts'
import type { DutyHouse } from './house-for-tests.ts'
import { area, type Story } from './story-for-tests.ts'

const kind = 'week'
const of = (h: DutyHouse) => area(h, 1)
interface Mine {
  readonly report: { readonly id: string; readonly version: number } | null
}
const mine = (h: DutyHouse, at: string) =>
  h.sees<Mine>(of(h).manager, at, 'stockReports.mine', { area: of(h).id, kind })

async function submit(h: DutyHouse, at: string): Promise<void> {
  const { report } = await mine(h, at)
  await h.does(of(h).manager, at, 'stockReports.submit', {
    id: newId(),
    area: of(h).id,
    kind,
    basedOn: report?.version ?? 0,
    words: '大衣可销不足两周，周三前补主码',
  })
}
async function askBack(h: DutyHouse, at: string): Promise<void> {
  const on = { area: of(h).id, report: (await mine(h, at)).report!.id }
  await h.does(h.chain.director, at, 'stockReports.open', on)
  await h.does(h.chain.director, at, 'stockReports.askBack', { ...on, words: '补哪几家店' })
}

/** The week's stock and sales, submitted on the Monday after it. */
export const stockReportStory: Story = {
  duty: 'AM-1.7',
  period: '2026-W50',
  holder: (h) => of(h).manager,
  superior: (h) => h.chain.director,
  seat: (h) => of(h).id,
  open: '2026-12-07T10:00',
  overdue: '2026-12-07T18:10',
  act: submit,
  back: askBack,
}
