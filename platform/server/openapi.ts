import { z } from 'zod'
import { say } from '../kinds/words.ts'
import type { Operation } from './door.ts'

const problem = {
  description: 'Refused (RFC 9457): why, in a sentence of the reader’s language',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

/** OpenAPI 3.1 from the same table that the guard reads. */
export function openApi(operations: Readonly<Record<string, Operation>>): unknown {
  const paths: Record<string, unknown> = {}
  for (const [name, operation] of Object.entries(operations).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' })
    const described = {
      operationId: name,
      tags: [name.split('.')[0]],
      summary: say(operation.summary, 'en'),
      description: `${say(operation.summary, 'zh')}\n\nWho may: ${
        typeof operation.who === 'string'
          ? operation.who
          : Object.entries(operation.who)
              .map(([p, r]) => `${p} (${r})`)
              .join(', ')
      }`,
      'x-who': operation.who,
      security: operation.who === 'anyone' ? [] : [{ session: [] }, { token: [] }],
      responses: {
        200: {
          description: 'The answer, sent after commit',
          content: { 'application/json': { schema: {} } },
        },
        '4XX': problem,
        '5XX': problem,
      },
    }
    if (operation.kind === 'action') {
      paths[`/api/do/${name}`] = {
        post: {
          ...described,
          parameters: [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: operation.who !== 'anyone',
              schema: { type: 'string', minLength: 8, maxLength: 80 },
            },
          ],
          requestBody: { required: true, content: { 'application/json': { schema } } },
        },
      }
    } else {
      paths[`/api/see/${name}`] = {
        get: {
          ...described,
          parameters: [
            { name: 'input', in: 'query', required: false, content: { 'application/json': { schema } } },
          ],
        },
      }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Jingwei 经纬',
      version: '1',
      description: 'One door: POST /api/do/<action>, GET /api/see/<view>.',
    },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'jingwei' },
        token: { type: 'http', scheme: 'bearer' },
      },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'why'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            why: { type: 'string' },
            facts: { type: 'object' },
            field: { type: 'string' },
            fields: {
              type: 'array',
              items: {
                type: 'object',
                properties: { field: { type: 'string' }, message: { type: 'string' } },
              },
            },
          },
        },
      },
    },
  }
}
