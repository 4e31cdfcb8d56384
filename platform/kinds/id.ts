import { uuidv7 } from 'uuidv7'

/** Ids are UUIDv7, made where the act happens (the phone, too): ordered by time, safe to make offline. */
export const newId = (): string => uuidv7()

/** Stands for the company itself where a fact table needs a store: the chain as a whole. */
export const companyWide = '00000000-0000-0000-0000-000000000000'

/** Whether a text is an id at all: what is not one is nowhere, and the database need not be asked. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
