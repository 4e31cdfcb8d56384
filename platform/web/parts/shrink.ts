import { largeSide, mostBytes } from '../../photos/shape.ts'

/** What is handed to the server: base64 of a JPEG small enough for a mall's network. */
export interface Shrunk {
  readonly picture: string
  /** An address of the picture in this page, to be given back. */
  readonly preview: string
}
/** The camera's picture is ten times as large as anybody looks at; what else stands in its file is left behind, too. */
export async function shrink(file: Blob): Promise<Shrunk> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const scale = Math.min(1, largeSide / Math.max(bitmap.width, bitmap.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(bitmap.width * scale)
    canvas.height = Math.round(bitmap.height * scale)
    const drawing = canvas.getContext('2d')
    if (!drawing) throw new TypeError('this browser draws no pictures')
    drawing.fillStyle = '#ffffff'
    drawing.fillRect(0, 0, canvas.width, canvas.height)
    drawing.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    let made = await jpegOf(canvas, 0.82)
    for (const quality of [0.7, 0.55, 0.4]) if (made.size > mostBytes) made = await jpegOf(canvas, quality)
    return { picture: await base64Of(made), preview: URL.createObjectURL(made) }
  } finally {
    bitmap.close()
  }
}

const jpegOf = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob(
      (made) => (made ? resolve(made) : reject(new TypeError('no picture was made'))),
      'image/jpeg',
      quality,
    ),
  )

const base64Of = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onerror = () => reject(reader.error)
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.readAsDataURL(blob)
  })
