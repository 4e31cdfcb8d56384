import { newId } from '../../../platform/kinds/id.ts'
import type { Caller } from '../callers.ts'
import { now } from '../chain.ts'
import { type Examples, example } from '../examples.ts'
import { sentBy, type World } from '../world.ts'

/** A small list of stores, sent by whoever calls. */
const sent = (world: World, caller: Caller): Promise<string> =>
  sentBy(world, caller, '店铺编码,店铺名称\nSTA1,门店A1号\n')
/** An import that finance has made, with nothing in it. */
async function imported({ database, chain }: World): Promise<string> {
  const id = newId()
  await database.query(
    `insert into import (id, kind, file_name, file_hash, settings, by, at, state)
     values ($1, 'ticketLines', '小票.csv', 'none', '{}', $2, $3, 'done')`,
    [id, chain.posts.finance.id, now.toISOString()],
  )
  return id
}

export const examples: Examples = {
  'imports.preview': {
    about: 'company',
    input: async (world, _at, caller) => ({ file: await sent(world, caller) }),
  },
  'imports.run': {
    about: 'company',
    input: async (world, _at, caller) => ({ file: await sent(world, caller), settings: { kind: 'stores' } }),
  },
  'imports.undo': example<string>({
    about: 'company',
    setUp: imported,
    input: (_world, _at, _caller, id) => ({ id, reason: '导错了文件' }),
  }),
  'imports.one': example<string>({
    about: 'company',
    setUp: imported,
    input: (_world, _at, _caller, id) => ({ id }),
  }),
  'imports.rejected': example<string>({
    about: 'company',
    setUp: imported,
    input: (_world, _at, _caller, id) => ({ id }),
  }),
}
