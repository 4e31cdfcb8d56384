/** The elements by a key, in their order. */
export function grouped<T, Key>(all: readonly T[], key: (one: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>()
  for (const one of all) {
    const group = groups.get(key(one))
    if (group) group.push(one)
    else groups.set(key(one), [one])
  }
  return groups
}

/** What a map holds under a key, made and kept there the first time. */
export function remembered<Key, T>(known: Map<Key, T>, key: Key, make: () => T): T {
  const there = known.get(key)
  if (there !== undefined) return there
  const made = make()
  known.set(key, made)
  return made
}
