import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Language, say, words } from '../kinds/words.ts'

const outWords = words({
  unwritten: [
    '写不到 {file}：文件夹不存在，或没有写入权限；换一个 --out',
    'Cannot write to {file}: its folder is missing or may not be written; name another --out',
  ],
})

/** Why a command’s result could not be written there: asked before minutes of work, not after. Undefined where it can. */
export async function outFault(file: string | undefined, language: Language): Promise<string | undefined> {
  if (file === undefined) return undefined
  const there = await stat(file).catch(() => undefined)
  const isWritable = (path: string): Promise<boolean> =>
    access(path, constants.W_OK).then(
      () => true,
      () => false,
    )
  const isGood = there ? there.isFile() && (await isWritable(file)) : await isWritable(dirname(file))
  return isGood ? undefined : say(outWords.unwritten, language, { file })
}

/** A fault of the file system itself: not there, a folder, no leave to read it. */
export const isUnread = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && typeof fault.code === 'string' && /^E[A-Z]+$/.test(fault.code)
