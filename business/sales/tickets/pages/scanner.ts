import { useEffect, useRef } from 'react'

/** The browser's own reader of barcodes; not in every browser, and not in the standard library of types yet. */
interface BarcodeDetectorLike {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>
}
type BarcodeDetectorClass = new (options?: { formats?: string[] }) => BarcodeDetectorLike

const detectorClass = (): BarcodeDetectorClass | undefined =>
  (globalThis as { BarcodeDetector?: BarcodeDetectorClass }).BarcodeDetector

/** Whether this browser can read a code through the camera. */
export const canUseCamera = (): boolean =>
  detectorClass() !== undefined && navigator.mediaDevices !== undefined

/**
 * Reads codes through the camera into `video` until stopped; the same code is told once in two seconds.
 * Throws (rejects) when the camera is refused.
 */
export async function readCamera(video: HTMLVideoElement, hear: (code: string) => void): Promise<() => void> {
  const Detector = detectorClass()
  if (!Detector) throw new Error('this browser reads no barcodes')
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  video.srcObject = stream
  await video.play()
  const detector = new Detector({ formats: ['ean_13', 'ean_8', 'code_128', 'code_39', 'upc_a', 'qr_code'] })
  let [last, lastAt] = ['', 0]
  const timer = setInterval(() => {
    detector.detect(video).then(
      ([first]) => {
        if (!first || (first.rawValue === last && Date.now() - lastAt < 2_000)) return
        ;[last, lastAt] = [first.rawValue, Date.now()]
        hear(first.rawValue)
      },
      // A frame that could not be read is followed by the next one.
      () => undefined,
    )
  }, 180)
  return () => {
    clearInterval(timer)
    for (const track of stream.getTracks()) track.stop()
  }
}

/**
 * A hand scanner types like a keyboard, only faster, and ends with Enter. Its codes are heard wherever the focus is,
 * except in a field, which gets them itself.
 */
export function useHandScanner(hear: (code: string) => void): void {
  const told = useRef(hear)
  told.current = hear
  useEffect(() => {
    let [typed, lastAt] = ['', 0]
    const onKey = (event: KeyboardEvent): void => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return
      const quick = event.timeStamp - lastAt < 60
      lastAt = event.timeStamp
      if (event.key === 'Enter') {
        if (quick && typed.length >= 4) {
          event.preventDefault()
          told.current(typed)
        }
        typed = ''
      } else if (event.key.length === 1) typed = quick ? typed + event.key : event.key
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [])
}
