import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, both from app/*.ts and from the bundle in dist/. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
export const migrationsFolder = resolve(root, 'database')
export const webFolder = resolve(root, 'dist/web')
