import { type Db, one } from '../../../platform/database/database.ts'
import type { Company } from './shape.ts'

export const findCompany = (db: Db): Promise<Company | undefined> =>
  one<Company>(
    db,
    `select name, name_en as "nameEn", currency, time_zone as "timeZone", rise_colour as "riseColour", second_step as "secondStep", demo from company`,
  )

export async function writeCompany(db: Db, company: Omit<Company, 'demo'>): Promise<void> {
  await db.query(
    `insert into company (id, name, name_en, currency, time_zone, rise_colour, second_step) values (1, $1, $2, $3, $4, $5, $6)
     on conflict (id) do update set name = excluded.name, name_en = excluded.name_en, currency = excluded.currency,
       time_zone = excluded.time_zone, rise_colour = excluded.rise_colour, second_step = excluded.second_step`,
    [
      company.name,
      company.nameEn,
      company.currency,
      company.timeZone,
      company.riseColour,
      company.secondStep,
    ],
  )
}
