import { arrivalOperations } from './arrival-actions.ts'
import { arrivalViews } from './arrival-views.ts'
import { bookOperations } from './book-actions.ts'
import { transferOperations } from './transfer-actions.ts'
import { bookViews } from './views.ts'

export const stockOperations = {
  ...bookOperations,
  ...arrivalOperations,
  ...transferOperations,
  ...bookViews,
  ...arrivalViews,
}
