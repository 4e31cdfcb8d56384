import { uuidv7 } from 'uuidv7'

/** Ids are UUIDv7, made where the act happens (the phone, too): ordered by time, safe to make offline. */
export const newId = (): string => uuidv7()

/** Stands for the company itself where a fact table needs a store: the chain as a whole. */
export const companyWide = '00000000-0000-0000-0000-000000000000'
