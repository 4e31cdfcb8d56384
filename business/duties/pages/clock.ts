import { useEffect, useState } from 'react'
import type { Timed } from '../moments.ts'
import { nextTurn } from '../moments.ts'

/** How often words such as 晚了 26 分钟 are written anew. */
const tick = 20_000

/**
 * The server's time in milliseconds, going on from its last answer: a phone whose clock is wrong still says rightly how
 * late something is. `at` is what the answer said, `seenAt` when it arrived by the phone's clock.
 */
export function useNow(at: string | undefined, seenAt: number): number {
  const [here, look] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => look(Date.now()), tick)
    return () => clearInterval(timer)
  }, [])
  return at === undefined ? here : Date.parse(at) + Math.max(0, here - seenAt)
}

const least = 5_000
const most = 10 * 60_000
/**
 * Milliseconds after which the page asks again: just after something turns, each phone a little apart from the others, and
 * at the latest every ten minutes.
 */
export function askAgainIn(
  answer: { readonly at: string; readonly all: readonly Timed[] } | undefined,
): number {
  if (!answer) return most
  const now = Date.parse(answer.at)
  const turn = nextTurn(answer.all, now)
  const apart = least + Math.random() * 20_000
  return turn === undefined ? most : Math.min(most, Math.max(least, turn - now) + apart)
}
