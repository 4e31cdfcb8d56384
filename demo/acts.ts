import type { Actor, Position } from '../platform/access/who.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Door } from '../platform/server/perform.ts'
import type { Chain } from './chain.ts'

/** People of the demo chain doing their work through the door, at moments of the past: audited like anybody's. */
export class Acts {
  private readonly actors = new Map<string, Actor>()
  constructor(
    private readonly door: Door,
    private readonly chain: Chain,
  ) {}

  holder(position: string, at: { area?: string; store?: string } = {}): string {
    const held = this.chain.appointments.find(
      (a) =>
        a.position === position &&
        a.to === null &&
        (!at.area || a.area === at.area) &&
        (!at.store || a.store === at.store),
    )
    if (!held) throw new Error(`nobody is ${position} there`)
    return held.person
  }

  /** Whether somebody still works in a store. */
  holds(person: string, store: string): boolean {
    return this.chain.appointments.some((a) => a.person === person && a.store === store && a.to === null)
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
        actor: { ...this.actorOf(person), proof: { by: 'own', at: now } },
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

  private actorOf(person: string): Actor {
    let actor = this.actors.get(person)
    if (!actor) {
      actor = {
        person,
        name: this.chain.people.find((p) => p.id === person)!.name,
        language: 'zh',
        device: 'demo',
        appointments: this.chain.appointments
          .filter((a) => a.person === person && a.to === null)
          .map((a) => ({
            position: a.position as Position,
            areaStores: a.area ? this.chain.stores.filter((s) => s.areaId === a.area).map((s) => s.id) : [],
            ...(a.store ? { store: a.store } : {}),
            ...(a.area ? { area: a.area } : {}),
          })),
      }
      this.actors.set(person, actor)
    }
    return actor
  }
}
