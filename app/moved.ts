import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const marker = 'MOVED.txt'

/** Two books of one chain would drift apart: the folder that was left behind does not open unasked. */
export const leaveWord = (folder: string): Promise<void> =>
  writeFile(
    join(folder, marker),
    '这里的数据已搬到 PostgreSQL，请设置 DATABASE_URL。若确要再用这里的旧数据，删除本文件。\n' +
      'The data of this folder has moved to PostgreSQL: set DATABASE_URL. To use what is left here all the same, delete this file.\n',
  )

/** What the folder says of itself when its data has moved away; undefined when it has not. */
export const movedAway = (folder: string): Promise<string | undefined> =>
  readFile(join(folder, marker), 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return undefined
    throw fault
  })
