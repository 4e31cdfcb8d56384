import { useEffect, useRef, useState } from 'react'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { pageWords } from '../page-words.ts'
import { readCamera } from './scanner.ts'

/** The camera as a scanner; it stays open so that several pieces can be scanned one after another. */
export function CameraSheet({ onCode, onClose }: { onCode: (code: string) => void; onClose: () => void }) {
  const say = useSay()
  const video = useRef<HTMLVideoElement>(null)
  const [isFaulty, fail] = useState(false)
  const heard = useRef(onCode)
  heard.current = onCode
  useEffect(() => {
    let stop: (() => void) | undefined
    let isGone = false
    readCamera(video.current!, (code) => {
      navigator.vibrate?.(40)
      heard.current(code)
    }).then(
      (end) => {
        if (isGone) end()
        else stop = end
      },
      () => fail(true),
    )
    return () => {
      isGone = true
      stop?.()
    }
  }, [])
  return (
    <Sheet title={say(pageWords.scanTitle)} onClose={onClose}>
      {isFaulty ? <p role="alert">{say(pageWords.scanFault)}</p> : null}
      <video ref={video} className="camera" playsInline muted />
    </Sheet>
  )
}
