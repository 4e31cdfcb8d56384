import { fileWords } from '../../platform/files/words.ts'
import { operations } from '../../platform/server/door.ts'
import { areaOperations } from './area-actions.ts'
import { fileOperations } from './files/actions.ts'
import { fileRefusals } from './files/words.ts'
import { placeOperations } from './place-actions.ts'
import { proposeOperations } from './propose-actions.ts'
import { storeOperations } from './store-actions.ts'
import { versionOperations } from './version-actions.ts'
import { targetWords } from './words.ts'
import { yearOperations } from './year-actions.ts'

/** The chain: year (director, general manager) → area × month (area manager) → store × day and person (manager). */
export const targetOperations = operations(
  { ...fileWords, ...targetWords, ...fileRefusals },
  {
    ...yearOperations,
    ...areaOperations,
    ...storeOperations,
    ...placeOperations,
    ...proposeOperations,
    ...versionOperations,
    ...fileOperations,
  },
)
