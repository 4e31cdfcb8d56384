import { newId } from '../kinds/id.ts'

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
