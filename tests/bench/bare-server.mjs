// The least that a server with a database can do: to be set beside.
import fastify from 'fastify'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.argv[2], max: 10 })
pool.on('error', () => undefined)
const app = fastify({ logger: false })
app.get('/', async () => (await pool.query({ name: 'one', text: 'select 1 as one' })).rows[0])
await app.listen({ port: 0, host: '127.0.0.1' })
process.send(app.server.address().port)
