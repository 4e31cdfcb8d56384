import { parentPort, workerData } from 'node:worker_threads'
import { type Counts, makeCluster, openCluster } from './durable.ts'

/** What the thread is asked, and what it answers. Bytes are PostgreSQL's own protocol. */
export interface Asked {
  readonly id: number
  readonly bytes: Uint8Array<ArrayBuffer> | 'close'
}
export type Answered =
  | { readonly ready: true }
  | {
      readonly id: number
      readonly bytes: Uint8Array<ArrayBuffer>
      readonly syncs: number
      readonly bytesWritten: number
    }
  | { readonly id: number; readonly failed: string }

const port = parentPort
if (!port) throw new Error('this file runs in a worker thread')
const { folder, template } = workerData as { folder: string; template: string }
const counts: Counts = { syncs: 0, bytesWritten: 0 }

await makeCluster(folder, template)
const engine = await openCluster(folder, counts)

port.on('message', ({ id, bytes }: Asked) => {
  answer(id, bytes).catch((error: unknown) => {
    port.postMessage({
      id,
      failed: error instanceof Error ? error.message : String(error),
    } satisfies Answered)
  })
})
port.postMessage({ ready: true } satisfies Answered)

async function answer(id: number, bytes: Asked['bytes']): Promise<void> {
  if (bytes === 'close') {
    await engine.close()
    port?.postMessage({ id, bytes: new Uint8Array(0), ...counted() } satisfies Answered)
    return
  }
  const chunks: Uint8Array[] = []
  await engine.execProtocolRawStream(bytes, {
    syncToFs: false,
    onRawData: (data) => chunks.push(data.slice()),
  })
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  port?.postMessage({ id, bytes: whole, ...counted() } satisfies Answered, [whole.buffer])
}

const counted = (): { syncs: number; bytesWritten: number } => ({
  syncs: counts.syncs,
  bytesWritten: counts.bytesWritten,
})
