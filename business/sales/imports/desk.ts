import type { Db } from '../../../platform/database/database.ts'
import type { Uploads } from '../../../platform/files/uploads.ts'
import type { FileRefusalWhy } from '../../../platform/files/words.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { isRefusal, type Refusal } from '../../../platform/kinds/refusal.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import { type Preview, previewImport } from './preview.ts'
import type { ImportSettings, SeenCurrency } from './shape.ts'

export type DeskAnswer =
  | { readonly state: 'reading'; readonly share: number; readonly rows: number }
  | { readonly state: 'ready'; readonly fileName: string; readonly preview: Preview }

/** What a file is compared with, and by what the numbers in it are read. */
interface Books {
  readonly db: Db
  readonly keys: Keys
}

interface Job {
  share: number
  rows: number
  /** Changes when the books do; a preview is asked anew then. */
  readonly started: number
  done: Preview | Refusal<FileRefusalWhy> | undefined
  readonly work: Promise<void>
}

const patience = 1_500
const freshFor = 60_000
const kept = 12

/**
 * Previews under way. Reading a long file takes a while and holds no transaction: whoever asks waits a moment,
 * then is told how far it is and asks again; the work goes on meanwhile, once for the same question.
 */
export class PreviewDesk {
  private readonly jobs = new Map<string, Job>()

  async ask(
    books: Books,
    uploads: Uploads,
    file: { id: string; name: string; hash: string },
    settings: Partial<ImportSettings> | undefined,
    today: Day,
    now: Date,
  ): Promise<DeskAnswer | Refusal<FileRefusalWhy>> {
    const key = JSON.stringify([file.id, settings ?? null, today])
    let job = this.jobs.get(key)
    if (!job || (job.done && now.getTime() - job.started > freshFor)) {
      job = this.start(books, uploads.pathOf(file.id), file.hash, settings, today, now)
      this.jobs.set(key, job)
      for (const old of [...this.jobs.keys()].slice(0, Math.max(0, this.jobs.size - kept)))
        this.jobs.delete(old)
    }
    await Promise.race([job.work, new Promise((resolve) => setTimeout(resolve, patience).unref())])
    if (!job.done) return { state: 'reading', share: job.share, rows: job.rows }
    return isRefusal(job.done)
      ? (job.done as Refusal<FileRefusalWhy>)
      : { state: 'ready', fileName: file.name, preview: job.done as Preview }
  }

  /** A currency that a preview of this file met and these settings do not answer for. */
  unanswered(file: string, settings: ImportSettings): SeenCurrency | undefined {
    for (const [key, { done }] of this.jobs) {
      if (!key.startsWith(JSON.stringify([file]).slice(0, -1)) || !done || isRefusal(done)) continue
      const open = (done as Preview).currencies.find((c) => !c.own && !settings.currencies[c.currency])
      if (open) return open
    }
    return undefined
  }

  /** After an import or its undoing the books are other than they were. */
  forget(): void {
    for (const [key, job] of this.jobs) if (job.done) this.jobs.delete(key)
  }

  private start(
    books: Books,
    path: string,
    fileHash: string,
    settings: Partial<ImportSettings> | undefined,
    today: Day,
    now: Date,
  ): Job {
    const job: { -readonly [K in keyof Job]: Job[K] } = {
      share: 0,
      rows: 0,
      started: now.getTime(),
      done: undefined,
      work: Promise.resolve(),
    }
    const onProgress = (share: number, rows: number) => {
      job.share = share
      job.rows = rows
    }
    job.work = previewImport(books.db, {
      path,
      keys: books.keys,
      settings,
      today,
      fileHash,
      onProgress,
    }).then((done) => {
      job.done = done
    })
    return job
  }
}
