import { cashOperations } from '../business/cash/actions.ts'
import { dutyOperations } from '../business/duties/actions.ts'
import { descriptionOperations } from '../business/duties/descriptions/actions.ts'
import { editionOperations } from '../business/duties/editions/actions.ts'
import { briefingOperations } from '../business/floor/briefing/actions.ts'
import { checkOperations } from '../business/floor/checks/actions.ts'
import { displayOperations } from '../business/floor/displays/actions.ts'
import { growthOperations } from '../business/floor/growth/actions.ts'
import { handoverOperations } from '../business/floor/handover/actions.ts'
import { noticeOperations } from '../business/floor/notices/actions.ts'
import { visitOperations } from '../business/floor/visits/actions.ts'
import { goodsOperations } from '../business/goods/actions.ts'
import { accessOperations } from '../business/organization/access/actions.ts'
import { organizationOperations } from '../business/organization/actions.ts'
import { auditOperations } from '../business/organization/audit/actions.ts'
import { healthOperations } from '../business/organization/health/actions.ts'
import { planOperations } from '../business/organization/plans/actions.ts'
import { oversightOperations } from '../business/oversight/actions.ts'
import { attendanceOperations } from '../business/people/attendance/actions.ts'
import { disciplineOperations } from '../business/people/discipline/actions.ts'
import { leaveOperations } from '../business/people/leave/actions.ts'
import { rosterOperations } from '../business/roster/week/actions.ts'
import { boardOperations } from '../business/sales/boards/actions.ts'
import { importOperations } from '../business/sales/imports/actions.ts'
import { ownReportOperations } from '../business/sales/own-reports/actions.ts'
import { reportOperations } from '../business/sales/reports/actions.ts'
import { steeringOperations } from '../business/sales/steering/actions.ts'
import { ticketOperations } from '../business/sales/tickets/actions.ts'
import { tillOperations } from '../business/sales/tickets/till-actions.ts'
import { ticketViews } from '../business/sales/tickets/view-actions.ts'
import { stockOperations } from '../business/stock/actions.ts'
import { approvalOperations } from '../business/stock/approvals/views.ts'
import { boardOperations as stockBoardOperations } from '../business/stock/board/views.ts'
import { dailyOperations } from '../business/stock/daily/actions.ts'
import { markdownOperations } from '../business/stock/markdowns/actions.ts'
import { openToBuyOperations } from '../business/stock/open-to-buy/actions.ts'
import { purchaseOperations } from '../business/stock/purchases/actions.ts'
import { rebalanceOperations } from '../business/stock/rebalance/actions.ts'
import { reorderOperations } from '../business/stock/reorders/actions.ts'
import { stockReportOperations } from '../business/stock/stock-reports/actions.ts'
import { takeOperations } from '../business/stock/takes/actions.ts'
import { waveOperations } from '../business/stock/waves/views.ts'
import { targetOperations } from '../business/targets/actions.ts'
import type { Operation } from '../platform/server/door.ts'

/** Every operation of the house, declared once each in its area. */
const all: Record<string, Operation> = {}

for (const area of [
  accessOperations(() => all),
  auditOperations(() => all),
  healthOperations,
  organizationOperations,
  planOperations,
  goodsOperations,
  importOperations,
  targetOperations,
  ticketOperations,
  ticketViews,
  tillOperations,
  boardOperations,
  reportOperations,
  steeringOperations,
  ownReportOperations,
  stockOperations,
  takeOperations,
  stockBoardOperations,
  stockReportOperations,
  dailyOperations,
  reorderOperations,
  rebalanceOperations,
  markdownOperations,
  openToBuyOperations,
  purchaseOperations,
  waveOperations,
  approvalOperations,
  cashOperations,
  rosterOperations,
  oversightOperations,
  checkOperations,
  visitOperations,
  displayOperations,
  handoverOperations,
  noticeOperations,
  briefingOperations,
  growthOperations,
  attendanceOperations,
  disciplineOperations,
  leaveOperations,
  dutyOperations,
  editionOperations,
  descriptionOperations,
]) {
  for (const [name, operation] of Object.entries(area)) {
    if (all[name]) throw new Error(`two operations are called ${name}`)
    all[name] = operation as unknown as Operation
  }
}

export const allOperations: Readonly<Record<string, Operation>> = all
