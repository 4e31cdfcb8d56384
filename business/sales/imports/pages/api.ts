import { newId } from '../../../../platform/kinds/id.ts'
import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { importOperations } from '../actions.ts'

export const api = client<typeof importOperations>()
export type DeskAnswer = OutputOf<(typeof importOperations)['imports.preview']>
export type PreviewSeen = Extract<DeskAnswer, { state: 'ready' }>['preview']
export type ImportSeen = OutputOf<(typeof importOperations)['imports.one']>
export type ImportLine = OutputOf<(typeof importOperations)['imports.list']>[number]

/** Sends a file as it is; `onShare` hears how much is sent. Answers the id that a preview names. */
export function sendFile(file: File, language: string, onShare: (share: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', '/api/files')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name))
    request.setRequestHeader('x-request', newId())
    request.setRequestHeader('accept-language', language)
    request.upload.onprogress = (event) => onShare(event.lengthComputable ? event.loaded / event.total : 0)
    request.onerror = () => reject(new Error('network'))
    request.onload = () => {
      const answer = JSON.parse(request.responseText || '{}') as { id?: string; detail?: string }
      if (request.status === 200 && answer.id) resolve(answer.id)
      else reject(new Error(answer.detail ?? String(request.status)))
    }
    request.send(file)
  })
}

export const rejectedAddress = (id: string): string =>
  `/api/see/imports.rejected?input=${encodeURIComponent(JSON.stringify({ id }))}`
