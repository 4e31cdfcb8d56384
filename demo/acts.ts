import type { Actor, Position } from '../platform/access/who.ts'
import { businessDayAt, type Day } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Door } from '../platform/server/perform.ts'
import { type Chain, isHeld } from './chain.ts'

/** People of the demo chain doing their work through the door, at moments of the past: audited like anybody's. */
export class Acts {
  private readonly actors = new Map<string, Actor>()
  constructor(
    private readonly door: Door,
    private readonly chain: Chain,
  ) {}

  /** Who has held a position there longest and stays: she was there also at the moments of the past. */
  holder(position: string, at: { area?: string; store?: string } = {}): string {
    const [held] = this.chain.appointments
      .filter(
        (a) =>
          a.position === position &&
          a.to === null &&
          (!at.area || a.area === at.area) &&
          (!at.store || a.store === at.store),
      )
      .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    if (!held) throw new Error(`nobody is ${position} there`)
    return held.person
  }

  see<Answer>(person: string, now: Date, view: string, input: unknown): Promise<Answer> {
    return this.through<Answer>(person, now, view, input, 'view')
  }
  do<Answer>(person: string, now: Date, action: string, input: unknown): Promise<Answer> {
    return this.through<Answer>(person, now, action, input, 'action')
  }

  private async through<Answer>(
    person: string,
    now: Date,
    name: string,
    input: unknown,
    kind: 'action' | 'view',
  ): Promise<Answer> {
    const outcome = await this.door.perform(
      name,
      input,
      {
        actor: {
          ...this.actorOn(person, businessDayAt(now, 'Asia/Shanghai', 360)),
          proof: { by: 'own', at: now },
        },
        language: 'zh',
        address: 'demo',
        now,
        key: newId(),
      },
      kind,
    )
    if (outcome.ok) return outcome.answer as Answer
    throw new Error(
      `demo: ${name} was refused: ${outcome.problem.title} ${JSON.stringify(outcome.problem.fields ?? '')}`,
    )
  }

  /** Somebody with the positions that she holds on a day; who leaves later still works. */
  private actorOn(person: string, day: Day): Actor {
    const key = `${person} ${day}`
    let actor = this.actors.get(key)
    if (!actor) {
      actor = {
        person,
        name: this.chain.people.find((p) => p.id === person)!.name,
        language: 'zh',
        device: 'demo',
        appointments: this.chain.appointments
          .filter((a) => a.person === person && isHeld(a, day))
          .map((a) => ({
            position: a.position as Position,
            areaStores: a.area ? this.chain.stores.filter((s) => s.areaId === a.area).map((s) => s.id) : [],
            ...(a.store ? { store: a.store } : {}),
            ...(a.area ? { area: a.area } : {}),
          })),
      }
      this.actors.set(key, actor)
    }
    return actor
  }
}
