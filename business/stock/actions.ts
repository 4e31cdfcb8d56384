import { arrivalOperations } from './arrival-actions.ts'
import { arrivalViews } from './arrival-views.ts'
import { bookOperations } from './book-actions.ts'
import { freightOperations } from './freight-actions.ts'
import { sampleOperations } from './sample-actions.ts'
import { transferOperations } from './transfer-actions.ts'
import { bookViews } from './views.ts'

export const stockOperations = {
  ...bookOperations,
  ...arrivalOperations,
  ...transferOperations,
  ...freightOperations,
  ...sampleOperations,
  ...bookViews,
  ...arrivalViews,
}
