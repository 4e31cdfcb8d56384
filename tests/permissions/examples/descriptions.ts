import { newId } from '../../../platform/kinds/id.ts'
import { type Example, type Examples, example } from '../examples.ts'
import type { World } from '../world.ts'

const text = '店长岗位职责\n1、每天闭店前核对货款；\n2、及时处理顾客投诉'
const content = Buffer.from(text).toString('base64')

/** A description that headquarters has read. */
async function read({ work, chain }: World): Promise<string> {
  const id = newId()
  await work.do(chain.posts.operationsDirector, 'descriptions.read', { id, name: '店长.txt', content })
  return id
}

export const examples: Examples = {
  'descriptions.read': example({
    about: 'company',
    input: () => ({ id: newId(), name: '店长.txt', content }),
  }),
  'descriptions.one': example<string>({
    about: 'company',
    setUp: read,
    input: (_world, at, _caller, description) => ({ description: at.of(description) }),
  }) as Example,
  'descriptions.draft': example<string>({
    about: 'company',
    setUp: read,
    input: (_world, at, _caller, description) => ({
      id: newId(),
      description: at.of(description),
      name: '导入的草稿',
      keepUnnamed: true,
      lines: [{ line: 2, calendar: [{ every: 'day', by: '21:30', late: 4 }] }],
    }),
  }) as Example,
}
