import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Keys, newKey, parseKey } from '../platform/secrets/keys.ts'
import type { Config } from './config.ts'

const keyFile = (config: Config): string => join(config.dataFolder, 'jingwei.key')

/**
 * The master keys: from JINGWEI_KEY (former ones in JINGWEI_FORMER_KEYS, to open only), else from a file in the data
 * folder, which is made at the first start. The first line of the file is the current key, further lines former ones.
 */
export async function loadKeys(config: Config, tell: (text: string) => void = console.warn): Promise<Keys> {
  if (config.key) return new Keys(parseKey(config.key), (config.formerKeys ?? []).map(parseKey))
  const kept = await readLines(keyFile(config))
  if (kept) return new Keys(kept[0]!, kept.slice(1))
  await mkdir(config.dataFolder, { recursive: true })
  try {
    await writeFile(keyFile(config), `${newKey().toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (fault) {
    // Another process was first: its key counts.
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
  }
  tell(
    `!! 已生成密钥文件 ${keyFile(config)}：手机号等个人数据只有用它才能读出。请另存一份，不要和备份放在一起。
!! A key file was made: ${keyFile(config)}. Phone numbers and other personal data can be read with it only. Keep a copy of it, apart from the backups. (Or set JINGWEI_KEY.)`,
  )
  const [current, ...former] = (await readLines(keyFile(config)))!
  return new Keys(current!, former)
}

/** Puts a new key before the others in the key file. */
export async function addKey(config: Config): Promise<Keys> {
  const kept = (await readLines(keyFile(config))) ?? []
  return writeKeys(config, [newKey(), ...kept])
}

/** Nothing is wrapped with the former keys any more: they go from the file. */
export async function dropFormerKeys(config: Config): Promise<void> {
  const [current] = (await readLines(keyFile(config))) ?? []
  if (current) await writeKeys(config, [current])
}

async function writeKeys(config: Config, [current, ...former]: readonly Buffer[]): Promise<Keys> {
  const text = [current!, ...former].map((key) => `${key.toString('base64')}\n`).join('')
  // Beside and renamed: a stop in between leaves the one or the other, never half a key.
  const beside = `${keyFile(config)}.new`
  await writeFile(beside, text, { mode: 0o600, flush: true })
  await rename(beside, keyFile(config))
  return new Keys(current!, former)
}

async function readLines(path: string): Promise<[Buffer, ...Buffer[]] | undefined> {
  try {
    const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '')
    const [current, ...former] = lines.map(parseKey)
    if (!current) throw new Error(`${path} 是空的 is empty`)
    return [current, ...former]
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw fault
  }
}
