import { useEffect, useState } from 'react'
import { waitingOfAnybody } from '../outbox/outbox.ts'
import { useSay } from '../say.ts'
import { webWords } from '../words.ts'

/** Before sign-in: that something lies on this phone for its owner; not what, nor whose. */
export function WaitsForOwner() {
  const say = useSay()
  const [count, know] = useState(0)
  useEffect(() => void waitingOfAnybody().then(know), [])
  return count > 0 ? <p className="outside-sub">{say(webWords.waitsForOwner, { count })}</p> : null
}
