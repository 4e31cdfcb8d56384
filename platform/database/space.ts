import { statfs } from 'node:fs/promises'
import { databaseWords, inBoth } from './words.ts'

const megabyte = 1024 * 1024

/** Bytes that this user may still write on the disk of a folder. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/**
 * Watches the room on a disk: below the floor there is a reason not to write, and it goes away by itself
 * once there is a tenth more than the floor again.
 */
export class Space {
  readonly #free: () => Promise<number>
  readonly #floor: number
  #reason: string | undefined

  constructor(floor: number, free: () => Promise<number>) {
    this.#floor = floor
    this.#free = free
  }

  get reason(): string | undefined {
    return this.#reason
  }

  /** Whether the answer changed. */
  async look(): Promise<boolean> {
    const before = this.#reason
    const free = await this.#free()
    const enough = free >= (before === undefined ? this.#floor : this.#floor * 1.1)
    this.#reason = enough
      ? undefined
      : inBoth(databaseWords.diskLow, {
          free: Math.floor(free / megabyte),
          floor: Math.round(this.#floor / megabyte),
        })
    return (before === undefined) !== (this.#reason === undefined)
  }
}
