import type { Sentence } from '../../../platform/kinds/words.ts'
import { cashOperations } from '../../cash/actions.ts'
import { briefingOperations } from '../../floor/briefing/actions.ts'
import { checkOperations } from '../../floor/checks/actions.ts'
import { displayOperations } from '../../floor/displays/actions.ts'
import { growthOperations } from '../../floor/growth/actions.ts'
import { handoverOperations } from '../../floor/handover/actions.ts'
import { noticeOperations } from '../../floor/notices/actions.ts'
import { visitOperations } from '../../floor/visits/actions.ts'
import { organizationOperations } from '../../organization/actions.ts'
import { oversightOperations } from '../../oversight/actions.ts'
import { attendanceOperations } from '../../people/attendance/actions.ts'
import { leaveOperations } from '../../people/leave/actions.ts'
import { rosterOperations } from '../../roster/week/actions.ts'
import { boardOperations } from '../../sales/boards/actions.ts'
import { importOperations } from '../../sales/imports/actions.ts'
import { ownReportOperations } from '../../sales/own-reports/actions.ts'
import { reportOperations } from '../../sales/reports/actions.ts'
import { steeringOperations } from '../../sales/steering/actions.ts'
import { ticketOperations } from '../../sales/tickets/actions.ts'
import { tillOperations } from '../../sales/tickets/till-actions.ts'
import { stockOperations } from '../../stock/actions.ts'
import { dailyOperations } from '../../stock/daily/actions.ts'
import { markdownOperations } from '../../stock/markdowns/actions.ts'
import { openToBuyOperations } from '../../stock/open-to-buy/actions.ts'
import { purchaseOperations } from '../../stock/purchases/actions.ts'
import { rebalanceOperations } from '../../stock/rebalance/actions.ts'
import { reorderOperations } from '../../stock/reorders/actions.ts'
import { stockReportOperations } from '../../stock/stock-reports/actions.ts'
import { takeOperations } from '../../stock/takes/actions.ts'
import { targetOperations } from '../../targets/actions.ts'
import type { OwnProofName, ProofName } from '../catalogue/proofs.ts'

/** Everything that can leave a record; an action that the catalogue may name and that is missing here does not compile. */
const provers: Readonly<Record<ProofName, { readonly summary: Sentence }>> = {
  ...organizationOperations,
  ...targetOperations,
  ...ticketOperations,
  ...tillOperations,
  ...boardOperations,
  ...importOperations,
  ...reportOperations,
  ...ownReportOperations,
  ...stockOperations,
  ...takeOperations,
  ...stockReportOperations,
  ...dailyOperations,
  ...reorderOperations,
  ...rebalanceOperations,
  ...markdownOperations,
  ...openToBuyOperations,
  ...purchaseOperations,
  ...cashOperations,
  ...rosterOperations,
  ...oversightOperations,
  ...checkOperations,
  ...visitOperations,
  ...handoverOperations,
  ...growthOperations,
  ...displayOperations,
  ...noticeOperations,
  ...briefingOperations,
  ...attendanceOperations,
  ...leaveOperations,
  ...steeringOperations,
}
const own: Readonly<Record<OwnProofName, Sentence>> = {
  'duties.confirm': ['看完抽到的记录并确认或追问', 'Look through the stated sample, confirm or ask back'],
  'duties.sendBack': ['看完抽到的记录并退回重做', 'Look through the stated sample, send back'],
}

/** What an action that proves something is called on the screens. */
export const proofWords = (action: ProofName | OwnProofName): Sentence =>
  action === 'duties.confirm' || action === 'duties.sendBack' ? own[action] : provers[action].summary
