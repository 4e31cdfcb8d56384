import { connect } from 'node:net'
import type { World } from '../permissions/world.ts'

/** Requests that are no HTTP, or hardly: what a server answers before any of our code sees it. */
const requests: readonly (readonly [what: string, sent: string])[] = [
  ['no HTTP', 'GARBAGE\r\n\r\n'],
  ['a broken percent sign', 'GET /api/see/%ZZ HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['a climb', 'GET /../../etc/passwd HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['an encoded climb', 'GET /assets/..%2f..%2f..%2fetc%2fpasswd HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['a climb with a NUL', 'GET /assets/%00..%2f..%2fpackage.json HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['a head too large', `GET /api/see/access.me HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`],
  ['a path too long', `GET /api/see/${'y'.repeat(40_000)} HTTP/1.1\r\nhost: x\r\n\r\n`],
  [
    'two lengths',
    'POST /api/do/access.signIn HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}',
  ],
  [
    'a length and pieces',
    'POST /api/do/access.signIn HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  [
    'a piece of no size',
    'POST /api/do/access.signIn HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
  ],
  ['a body of no type', 'POST /api/do/access.signIn HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n{}'],
  [
    'a body of another type',
    'POST /api/do/access.signIn HTTP/1.1\r\nhost: x\r\ncontent-type: text/xml\r\ncontent-length: 4\r\n\r\n<a/>',
  ],
  ['a method of no use', 'TRACE /api/see/access.me HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['a host of its own', 'GET http://evil.example/api/see/access.me HTTP/1.1\r\nhost: evil.example\r\n\r\n'],
  ['a header with a NUL', 'GET /api/see/access.me HTTP/1.1\r\nhost: x\r\ncookie: jingwei=\u0000\r\n\r\n'],
]

/** What came back to each; a fault where it was a 5xx, told of the inside, or nothing came at all. */
export async function tryWire(world: World): Promise<{ tried: number; faults: string[] }> {
  const { hostname, port } = new URL(world.address)
  const faults: string[] = []
  for (const [what, sent] of requests) {
    const got = await exchange(hostname, Number(port), sent)
    const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(got) ?? []
    if (!status) faults.push(`${what}: no answer`)
    else if (Number(status) >= 500) faults.push(`${what}: ${status}`)
    else if (/root:|"jingwei"|node_modules|\.ts:\d/.test(got)) faults.push(`${what}: tells of the inside`)
    else if (Number(status) >= 400 && !got.includes('application/problem+json'))
      faults.push(`${what}: ${got.slice(0, 200).replaceAll('\r\n', ' | ')}`)
  }
  return { tried: requests.length, faults }
}

function exchange(host: string, port: number, sent: string): Promise<string> {
  return new Promise((resolve) => {
    let got = ''
    const socket = connect(port, host, () => socket.write(sent, 'latin1'))
    const end = (): void => {
      socket.destroy()
      resolve(got)
    }
    socket.setTimeout(3_000, end)
    socket.on('data', (data) => {
      got += data.toString('latin1')
      if (/\r\n\r\n/.test(got)) setTimeout(end, 50)
    })
    socket.on('error', end)
    socket.on('close', end)
  })
}
