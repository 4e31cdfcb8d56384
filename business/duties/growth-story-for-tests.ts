import { newId } from '../../platform/kinds/id.ts'
import type { DutyHouse } from './house-for-tests.ts'
import { area, type Story, sentBack, store } from './story-for-tests.ts'

const shop = 2
const plan = newId()
const on = (h: DutyHouse) => ({ store: store(h, shop).id })

/** Somebody promising gets a plan; sent back, it is looked at once more. */
async function bringOn(h: DutyHouse, at: string): Promise<void> {
  const { manager, associates } = store(h, shop)
  const { plans } = await h.sees<{ plans: { id: string }[] }>(manager, at, 'growth.ofStore', on(h))
  if (plans.length === 0)
    await h.does(manager, at, 'growth.plan', {
      ...on(h),
      id: plan,
      person: associates[0]!.id,
      skill: 'outfit',
      goal: '能独立带新人搭配',
      nextStep: '每天练一组成套',
      by: '2026-12-20',
    })
  else
    await h.does(manager, at, 'growth.review', {
      ...on(h),
      id: newId(),
      plan,
      words: '练了五天，连带上来了',
      next: { step: '周末带新人一次', by: '2026-12-27' },
    })
}

export const growthStory: Story = {
  duty: 'SM-1.4',
  period: '2026-11',
  holder: (h) => store(h, shop).manager,
  superior: (h) => area(h).manager,
  seat: (h) => store(h, shop).id,
  open: '2026-11-24T15:00',
  overdue: '2026-11-25T18:10',
  act: bringOn,
  back: (h, at) => sentBack(h, at, area(h).manager, 'SM-1.4', '2026-11', store(h, shop).id),
}
