// A server as ours, but for one thing: it answers before the transaction is committed. The fault runs must catch it.
import { readConfig } from '../../app/config.ts'
import { houseOn, openHouse } from '../../app/house.ts'
import { startServer } from '../../app/server.ts'
import type { Database, Db } from '../../platform/database/database.ts'

const moment = 25

const hasty = (database: Database): Database =>
  new Proxy(database, {
    get(target, name) {
      if (name !== 'transaction') {
        const value = Reflect.get(target, name) as unknown
        return typeof value === 'function' ? value.bind(target) : value
      }
      return <T>(work: (db: Db) => Promise<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          target
            .transaction(async (db) => {
              const answer = await work(db)
              resolve(answer)
              await new Promise((later) => setTimeout(later, moment))
              return answer
            })
            .catch(reject)
        })
    },
  })

const config = readConfig()
const { database } = await openHouse(config)
const server = await startServer(houseOn(hasty(database)), config)
console.log(`ready: ${server.address}`)
