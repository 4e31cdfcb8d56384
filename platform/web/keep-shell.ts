/** Later than what the first page needs. Milliseconds. */
const after = 3_000
const hourly = 3_600_000

/** Keeps the product's own files on the device (shell-worker.ts), once the page has come to rest. */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  setTimeout(() => {
    navigator.serviceWorker.register('/sw.js').then(
      // A window that is never closed looks for a new edition by itself.
      (shell) => setInterval(() => void shell.update().catch(noNetwork), hourly),
      (fault: unknown) => console.warn('the product will not open without network:', fault),
    )
  }, after)
}
const noNetwork = (): undefined => undefined
