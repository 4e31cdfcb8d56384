import type { FastifyInstance } from 'fastify'

const day = 86_400_000

/** `/.well-known/security.txt` (RFC 9116), where the company says whom to tell of a weakness. */
export function registerSecurityContact(
  app: FastifyInstance,
  { contact, clock }: { contact: string; clock: () => Date },
): void {
  app.get('/.well-known/security.txt', async (_request, reply) => {
    const expires = new Date(clock().getTime() + 180 * day).toISOString()
    return reply
      .type('text/plain; charset=utf-8')
      .send(`Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: zh, en\n`)
  })
}
