import { type Db, one } from '../../../platform/database/database.ts'
import { companyWide } from '../../../platform/kinds/id.ts'
import { indexOf, type Keys, open, seal } from '../../../platform/secrets/keys.ts'
import { keysOf, knownKeys } from '../../../platform/secrets/many.ts'
import { keyOf, openFor } from '../../../platform/secrets/subjects.ts'
import { maskPhone } from './rules.ts'

/** What a phone number is sealed as; the index is keyed by a key of the company's. */
const field = 'phone'

/** With what phone numbers are sealed, and when. */
export interface Vault {
  readonly keys: Keys
  readonly now: Date
}
export interface OwnPhone {
  readonly person: string
  readonly phone: string | null
}

/** By what a number is found without being readable; null while the company has no key, and so no number. */
export async function phoneIndex(db: Db, keys: Keys, phone: string): Promise<Buffer | null> {
  const key = (await knownKeys(db, keys, [companyWide])).get(companyWide)
  return key ? indexOf(key, phone) : null
}

/** Keeps numbers sealed, each under its person's key; null takes a number away. Whoever left with it gives it up. */
export async function keepPhones(db: Db, { keys, now }: Vault, phones: readonly OwnPhone[]): Promise<void> {
  if (phones.length === 0) return
  const having = phones.filter((p) => p.phone !== null)
  const lookUp = having.length > 0 ? await keyOf(db, keys, companyWide, now) : undefined
  const own = await keysOf(
    db,
    keys,
    having.map((p) => p.person),
    now,
  )
  const rows = phones.map(({ person, phone }) => {
    const index = phone === null ? null : indexOf(lookUp!, phone).toString('hex')
    const sealed =
      phone === null ? null : seal(own.get(person)!, field, Buffer.from(phone, 'utf8')).toString('hex')
    return { person, shown: phone && maskPhone(phone), sealed, index }
  })
  await db.query(
    `update person p set phone = null, phone_sealed = null, phone_index = null
     where p.phone_index is not null and (p.id = any($2::uuid[])
       or (p.left_on is not null and encode(p.phone_index, 'hex') = any($1::text[])))`,
    [rows.flatMap((r) => r.index ?? []), phones.map((p) => p.person)],
  )
  await db.query(
    `update person p set phone = x.shown, phone_sealed = decode(x.sealed, 'hex'), phone_index = decode(x.index, 'hex')
     from jsonb_to_recordset($1::jsonb) as x (person uuid, shown text, sealed text, index text) where p.id = x.person`,
    [JSON.stringify(rows)],
  )
}

/** The number itself, for whoever may know it. */
export async function phoneOf(db: Db, keys: Keys, person: string): Promise<string | undefined> {
  const row = await one<{ sealed: Buffer | null }>(
    db,
    'select phone_sealed as sealed from person where id = $1',
    [person],
  )
  return row?.sealed ? openFor(db, keys, person, field, row.sealed) : undefined
}

/** Everybody's number, to compare a list of people with. */
export async function allPhones(db: Db, keys: Keys): Promise<Map<string, string>> {
  const rows = await db.query<{ id: string; sealed: Buffer }>(
    'select id, phone_sealed as sealed from person where phone_sealed is not null',
  )
  const own = await knownKeys(
    db,
    keys,
    rows.map((r) => r.id),
  )
  return new Map(
    rows.flatMap(({ id, sealed }) => {
      const key = own.get(id)
      return key ? [[id, open(key, field, sealed).toString('utf8')]] : []
    }),
  )
}

/** Numbers that were written before they were sealed, and those of a demo chain. Answers how many there were. */
export async function sealPlainPhones(db: Db, vault: Vault): Promise<number> {
  const plain = await db.query<{ person: string; phone: string }>(
    'select id as person, phone from person where phone is not null and phone_sealed is null',
  )
  await keepPhones(db, vault, plain)
  return plain.length
}
