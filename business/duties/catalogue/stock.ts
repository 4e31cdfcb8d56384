import { eventPeriod } from './codes.ts'
import { type Deed, type Find, proof, raising } from './proofs.ts'

/** A difference found on receiving is owed at the area until each piece of that shipment is answered. */
async function answered(find: Find, store: string, shipment: string): Promise<Deed[]> {
  const stands = await find.shipmentDifferences(store, shipment)
  if (!stands) return []
  return [{ seat: { area: stands.area }, periods: [eventPeriod(shipment)], holds: stands.open === 0 }]
}

export const arrivalProofs = [
  proof('stock.answer', (find, { input }) => answered(find, input.store, input.shipment)),
  // A later part of the same shipment may differ after all was answered.
  proof('stock.receive', async (find, { input }) =>
    (await answered(find, input.store, input.shipment)).filter((deed) => !deed.holds),
  ),
] as const

export const arrivalRaisings = [
  raising('stock.receive', async (find, { input }) => {
    const stands = await find.shipmentDifferences(input.store, input.shipment)
    return stands && stands.open > 0
      ? [{ seat: { area: stands.area }, event: input.shipment, holds: true }]
      : []
  }),
] as const
