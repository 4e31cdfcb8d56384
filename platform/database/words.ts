import { type Sentence, words } from '../kinds/words.ts'

export const databaseWords = words({
  folderInUse: [
    '数据文件夹 {folder} 正被另一个经纬进程使用（进程号 {pid}，主机 {host}）。同一文件夹同时只能由一个进程打开，请先停掉那个进程。',
    'The data folder {folder} is in use by another Jingwei process (process {pid} on {host}). One process at a time may open it; stop that one first.',
  ],
  folderLost: [
    '数据文件夹 {folder} 的锁被别的进程拿走，已停止写入以保护数据。',
    'Another process took the lock of the data folder {folder}; writing has stopped to protect the data.',
  ],
  diskLow: [
    '磁盘只剩 {free} MB，低于下限 {floor} MB，暂时只能查看、不能保存。腾出空间后会自动恢复。',
    'Only {free} MB of disk are left, below the floor of {floor} MB: reading only, nothing can be saved. This ends by itself once there is room.',
  ],
  tookTooLong: [
    '数据库操作超过 {seconds} 秒，已中止；数据库已重新打开。',
    'A database call took longer than {seconds} seconds and was stopped; the database was opened again.',
  ],
  engineFailed: [
    '数据库引擎意外停止（{reason}），已重新打开；刚才的操作没有完成。',
    'The database engine stopped unexpectedly ({reason}) and was opened again; the last operation did not finish.',
  ],
  transactionIdle: [
    '一笔事务 {seconds} 秒没有动作，已撤销。',
    'A transaction did nothing for {seconds} seconds and was rolled back.',
  ],
  closed: ['数据库已关闭。', 'The database is closed.'],
  migrationChanged: [
    '迁移文件 {name} 在执行之后被改动过。已执行的迁移不可修改，请恢复原文，另加新的迁移。',
    'The migration {name} was changed after it had been run. Landed migrations must not change: restore it and add a new one.',
  ],
  notMigrated: [
    '这个数据库还没有升级到本版本（差 {count} 步），先运行 npm run -s jingwei -- migrate',
    'This database is not of this version yet ({count} steps behind): run npm run -s jingwei -- migrate first',
  ],
  migrationMissing: [
    '数据库执行过迁移 {name}，但程序里没有这个文件：程序比数据旧，请换用新版本。',
    'The database has run the migration {name}, which this program does not contain: the program is older than the data. Use a newer version.',
  ],
  migrationFailed: ['迁移 {name} 执行失败：{reason}', 'The migration {name} failed: {reason}'],
  backupNotEmpty: [
    '表 {table} 里已有 {count} 行数据。只能恢复到刚建好的空库。',
    'The table {table} already holds {count} rows. A backup is restored into a new, empty database only.',
  ],
  backupOtherShape: [
    '备份来自另一个版本的程序（迁移不一致：{name}），请用做备份的那个版本恢复，再升级。',
    'The backup comes from another version of the program (migrations differ: {name}). Restore it with the version that made it, then upgrade.',
  ],
  backupDamaged: ['备份文件已损坏：{reason}', 'The backup file is damaged: {reason}'],
  notABackup: ['{file} 不是经纬的备份文件。', '{file} is not a Jingwei backup.'],
})

/** Both languages in one line: for errors that are printed before anyone's language is known. */
export const inBoth = (sentence: Sentence, facts: Readonly<Record<string, unknown>> = {}): string =>
  sentence
    .map((text) =>
      text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in facts ? String(facts[name]) : whole)),
    )
    .join(' / ')
