import { openEarly } from './early.ts'

// The engine opens in its thread while this one reads the rest of the program: a start waits for the longer of the two.
openEarly(process.argv.slice(2))
await import('./program.ts')
