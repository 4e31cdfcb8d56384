import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * Starts a worker thread from its source, wherever this code runs:
 * `startThread(new URL('./solve-worker.ts', import.meta.url), { workerData })`.
 * From source the `.ts` file itself is started through tsx; bundled, all files lie flat side by side, so the
 * same address with `.js` is the worker's own bundle.
 */
export function startThread(source: URL, options: WorkerOptions = {}): Worker {
  if (existsSync(fileURLToPath(source))) {
    // `--import tsx` registers nothing inside a worker of Node 20; its API, called in the worker, does.
    const tsx = new URL(
      'dist/esm/api/index.mjs',
      pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json')),
    ).href
    const boot = `import(${JSON.stringify(tsx)}).then((tsx) => { tsx.register(); return import(${JSON.stringify(source.href)}) })`
    return new Worker(boot, { ...options, eval: true })
  }
  return new Worker(new URL(source.href.replace(/\.ts$/, '.js')), {
    ...options,
    execArgv: options.execArgv ?? [],
  })
}
