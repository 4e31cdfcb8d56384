import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { say } from '../kinds/words.ts'
import { secureHeaders } from './headers.ts'
import { languageOf, problemOf, sendProblem } from './problems.ts'
import { serverWords } from './words.ts'

const statusOf: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** What is not HTTP never becomes a request; it is answered as every refusal is, and the line is closed. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const status = statusOf[error.code ?? ''] ?? 400
  const why = status === 431 || status === 413 ? 'tooLarge' : 'badRequest'
  const title = say(serverWords[why], 'zh')
  const body = JSON.stringify({ type: `/problems/${why}`, title, status, detail: title, why, facts: {} })
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: application/problem+json',
      `content-length: ${Buffer.byteLength(body)}`,
      'cache-control: no-store',
      'x-content-type-options: nosniff',
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}

/** An address that cannot be read: it never came to a route. */
export function answerBadAddress(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  secureHeaders(reply, false)
  sendProblem(reply, problemOf(400, 'badRequest', languageOf(request, undefined)), request)
}
