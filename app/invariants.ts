import { cashInvariants } from '../business/cash/invariants.ts'
import { dutyInvariants } from '../business/duties/invariants.ts'
import { briefingInvariants } from '../business/floor/briefing/invariants.ts'
import { checkInvariants } from '../business/floor/checks/invariants.ts'
import { displayInvariants } from '../business/floor/displays/invariants.ts'
import { growthInvariants } from '../business/floor/growth/invariants.ts'
import { handoverInvariants } from '../business/floor/handover/invariants.ts'
import { noticeInvariants } from '../business/floor/notices/invariants.ts'
import { visitInvariants } from '../business/floor/visits/invariants.ts'
import { organizationInvariants } from '../business/organization/invariants.ts'
import { planInvariants } from '../business/organization/plans/invariants.ts'
import { oversightInvariants } from '../business/oversight/invariants.ts'
import { attendanceInvariants } from '../business/people/attendance/invariants.ts'
import { disciplineInvariants } from '../business/people/discipline/invariants.ts'
import { leaveInvariants } from '../business/people/leave/invariants.ts'
import { rosterInvariants } from '../business/roster/week/invariants.ts'
import { importInvariants } from '../business/sales/imports/invariants.ts'
import { salesInvariants } from '../business/sales/invariants.ts'
import { ownReportInvariants } from '../business/sales/own-reports/invariants.ts'
import { reportInvariants } from '../business/sales/reports/invariants.ts'
import { steeringInvariants } from '../business/sales/steering/invariants.ts'
import { dailyInvariants } from '../business/stock/daily/invariants.ts'
import { stockInvariants } from '../business/stock/invariants.ts'
import { markdownInvariants } from '../business/stock/markdowns/invariants.ts'
import { openToBuyInvariants } from '../business/stock/open-to-buy/invariants.ts'
import { purchaseInvariants } from '../business/stock/purchases/invariants.ts'
import { rebalanceInvariants } from '../business/stock/rebalance/invariants.ts'
import { reorderInvariants } from '../business/stock/reorders/invariants.ts'
import { stockReportInvariants } from '../business/stock/stock-reports/invariants.ts'
import { takeInvariants } from '../business/stock/takes/invariants.ts'
import { targetInvariants } from '../business/targets/invariants.ts'
import type { Invariant } from '../platform/database/verify.ts'
import { anchorInvariants } from '../platform/server/anchor.ts'
import { auditInvariants } from '../platform/server/audit.ts'
import { waitedInvariants } from '../platform/server/waited.ts'

/** Everything that must hold in the data, each as SQL that returns the rows where it does not. */
export const allInvariants: readonly Invariant[] = [
  ...auditInvariants,
  ...anchorInvariants,
  ...waitedInvariants,
  ...salesInvariants,
  ...organizationInvariants,
  ...planInvariants,
  ...targetInvariants,
  ...reportInvariants,
  ...steeringInvariants,
  ...importInvariants,
  ...ownReportInvariants,
  ...stockInvariants,
  ...takeInvariants,
  ...dailyInvariants,
  ...stockReportInvariants,
  ...reorderInvariants,
  ...rebalanceInvariants,
  ...markdownInvariants,
  ...openToBuyInvariants,
  ...purchaseInvariants,
  ...cashInvariants,
  ...rosterInvariants,
  ...oversightInvariants,
  ...checkInvariants,
  ...visitInvariants,
  ...displayInvariants,
  ...handoverInvariants,
  ...noticeInvariants,
  ...briefingInvariants,
  ...growthInvariants,
  ...attendanceInvariants,
  ...disciplineInvariants,
  ...leaveInvariants,
  ...dutyInvariants,
]
