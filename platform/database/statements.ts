import { createHash } from 'node:crypto'

const names = new Map<string, string>()
const most = 5000

/** A statement is prepared under a short hash of its text: the same text, the same plan. */
export function nameOf(sql: string): string {
  let name = names.get(sql)
  if (!name) {
    name = `j${createHash('sha256').update(sql).digest('base64url').slice(0, 20)}`
    if (names.size >= most) names.clear()
    names.set(sql, name)
  }
  return name
}
