import { type Command, Option } from 'commander'
import { makeDemo } from '../../demo/make.ts'
import { readConfig } from '../config.ts'
import { hasCompany, openHouse } from '../house.ts'
import { startServer } from '../server.ts'

export function registerServe(program: Command): void {
  program
    .command('serve', { isDefault: true })
    .description(
      'Start the server; an empty data folder gets the demo chain (JINGWEI_DEMO=off: the set-up page) · 启动服务',
    )
    .option('-p, --port <port>', 'port to listen on (or PORT)')
    .addOption(new Option('--pages-coming', 'wait for the word that the pages are built').hideHelp())
    .action(async (options: { port?: string; pagesComing?: true }) => {
      const pages = options.pagesComing ? pagesBuilt() : undefined
      const config = readConfig({ ...process.env, ...(options.port ? { PORT: options.port } : {}) })
      step(config.databaseUrl ? '打开数据库 PostgreSQL …' : `打开数据 ${config.dataFolder} …`)
      const house = await openHouse(config)
      if (config.demo && !(await hasCompany(house))) {
        step('空的数据目录：生成示例连锁 … an empty data folder: making the demo chain …')
        await makeDemo(house, { now: new Date(), progress: step })
      }
      await pages
      const server = await startServer(house, config)
      step(
        `经纬已就绪 Jingwei is ready: ${server.address.replace('0.0.0.0', 'localhost').replace('[::]', 'localhost')}`,
      )
      const stop = async (): Promise<void> => {
        await server.stop()
        await house.close()
        process.exit(0)
      }
      process.once('SIGINT', () => void stop())
      process.once('SIGTERM', () => void stop())
    })
}

/** Told by who started this process, which builds them meanwhile; should that one be gone, nobody will ever tell. */
const pagesBuilt = (): Promise<void> =>
  new Promise((resolve) => {
    const left = () => process.exit(1)
    process.once('disconnect', left)
    process.once('message', () => {
      process.off('disconnect', left)
      process.disconnect?.()
      resolve()
    })
  })

const step = (text: string): void => console.log(text)
