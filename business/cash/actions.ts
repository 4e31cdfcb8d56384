import { depositOperations } from './deposit-actions.ts'
import { statementOperations } from './statement-actions.ts'
import { tillOperations } from './till-actions.ts'
import { cashViews } from './views.ts'

export const cashOperations = {
  ...tillOperations,
  ...depositOperations,
  ...statementOperations,
  ...cashViews,
}
