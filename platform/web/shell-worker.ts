/**
 * The service worker: the product's own files, so that it opens without network. Nothing that the house answers passes through
 * here. File names carry their content's hash: what is kept never goes stale, and a new edition fetches only what has changed.
 */
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Asked extends Waiting {
  readonly request: Request
  respondWith(reply: Promise<Response>): void
}
interface Worker {
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
  readonly location: Location
  addEventListener(type: 'install' | 'activate', hear: (event: Waiting) => void): void
  addEventListener(type: 'fetch', hear: (event: Asked) => void): void
}
/** Written in by the build: every file of this edition. */
declare const filesOfEdition: readonly string[]

const worker = self as unknown as Worker
const shelf = 'jingwei-shell'
const firstPage = '/index.html'
/** The lists of files of this edition and of the one before, newest first. */
const lists = '/shell-editions.json'
/** So many files are fetched at once, beside what the page itself asks for. */
const atOnce = 6
/** Longer the network is not waited for where the first page is at hand. Milliseconds. */
const patience = 4_000

worker.addEventListener('install', (event) => event.waitUntil(install()))
worker.addEventListener('activate', (event) => event.waitUntil(activate()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin || pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(file(request))
})

/** All or nothing: an edition of which a file is missing would open as a blank page. */
async function install(): Promise<void> {
  const cache = await caches.open(shelf)
  const kept = new Set((await cache.keys()).map((request) => new URL(request.url).pathname))
  const missing = filesOfEdition.filter((path) => !kept.has(path))
  for (let at = 0; at < missing.length; at += atOnce) await cache.addAll(missing.slice(at, at + atOnce))
  await cache.put(firstPage, await fetched(new Request(firstPage, { cache: 'reload' })))
  await worker.skipWaiting()
}

/** Windows of the edition before still ask for its files: they go with the next one. */
async function activate(): Promise<void> {
  const cache = await caches.open(shelf)
  const before = ((await (await cache.match(lists))?.json()) ?? []) as string[][]
  const isNew = before[0]?.join() !== filesOfEdition.join()
  const editions = isNew ? [[...filesOfEdition], ...before.slice(0, 1)] : before
  await cache.put(lists, new Response(JSON.stringify(editions)))
  const wanted = new Set([firstPage, lists, ...editions.flat()])
  for (const request of await cache.keys())
    if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request)
  await worker.clients.claim()
}

/** The newest first page where there is a network, else the one that is kept. */
async function page(request: Request): Promise<Response> {
  const kept = await (await caches.open(shelf)).match(firstPage)
  if (!kept) return fetch(request)
  try {
    const reply = await fetch(request, { signal: AbortSignal.timeout(patience) })
    // A gateway that cannot reach the house is the network being down.
    return reply.status === 502 || reply.status === 504 ? kept : reply
  } catch {
    return kept // no network: that is what it is kept for
  }
}

async function file(request: Request): Promise<Response> {
  return (await (await caches.open(shelf)).match(request.url)) ?? fetch(request)
}

async function fetched(request: Request): Promise<Response> {
  const reply = await fetch(request)
  if (!reply.ok) throw new Error(`${request.url}: ${reply.status}`)
  return reply
}
