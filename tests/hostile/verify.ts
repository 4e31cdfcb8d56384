import { testDatabase } from '../../platform/database/testing.ts'
import { atLeast, atMost, conclude, exactly, list } from '../figures.ts'
import { openWorld } from '../permissions/world.ts'
import { hostileDocuments } from './documents.ts'
import { hostileFiles } from './files.ts'
import { type Sent, sendDocument, sendHostile } from './send.ts'

/** Every hostile file by every route that reads files, with time and memory of each. */
export async function verifyFiles(): Promise<void> {
  const world = await openWorld(await testDatabase())
  const director = world.callers.find((c) => c.label === 'operationsDirector')!
  // The reading thread's code is compiled at its first use, which is no file's fault.
  await sendHostile(world, director, hostileFiles.find((f) => f.becomes === 'read')!)
  const sent: Sent[] = []
  for (const hostile of hostileFiles) {
    const one = await sendHostile(world, director, hostile)
    sent.push(one)
    console.log(
      `${one.faults.length === 0 ? '✓' : '✗'} ${one.says}: ${Math.round(one.milliseconds)} ms, +${Math.round(one.memory / 1e6)} MB`,
    )
  }
  const documents = []
  for (const { says, make } of hostileDocuments) {
    const one = await sendDocument(world, director, make())
    documents.push(one)
    console.log(
      `${one.status === 422 ? '✓' : '✗'} ${says}: ${one.status}, ${Math.round(one.milliseconds)} ms`,
    )
  }
  await world.close()
  list(
    'faults',
    sent.flatMap((s) => s.faults.map((f) => `${s.says}: ${f}`)),
  )
  conclude('Hostile files', [
    atLeast('files', sent.length, 30),
    exactly(
      'answers without words, taken, or with harm done',
      sent.filter((s) => s.faults.length > 0).length,
      0,
    ),
    exactly(
      `job descriptions refused in words, of ${documents.length}`,
      documents.filter((d) => d.status === 422 && d.faults.length === 0).length,
      documents.length,
    ),
    atMost(
      'longest reading by one route',
      Math.round(Math.max(...sent.map((s) => s.milliseconds))),
      1_000,
      'ms',
    ),
    atMost(
      'most memory beyond what was there',
      Math.round(Math.max(...sent.map((s) => s.memory)) / 1e6),
      150,
      'MB',
    ),
  ])
}
