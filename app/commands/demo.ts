import type { Command } from 'commander'
import { makeDemo } from '../../demo/make.ts'
import { readConfig } from '../config.ts'
import { hasCompany, openHouse } from '../house.ts'

export function registerDemo(program: Command): void {
  program
    .command('demo')
    .description('Fill an empty data folder or database with the fictitious chain · 生成示例连锁')
    .option('--seed <number>', 'another chain', '20260101')
    .option('--days <number>', 'length of the history in days', '730')
    .action(async (options: { seed: string; days: string }) => {
      const house = await openHouse(readConfig())
      try {
        if (await hasCompany(house))
          throw new Error(
            '已有数据，示例只能放进空库。 There is data already: the demo goes into an empty folder only.',
          )
        await makeDemo(house, {
          now: new Date(),
          seed: Number(options.seed),
          days: Number(options.days),
          progress: (text) => console.log(text),
        })
      } finally {
        await house.close()
      }
    })
}
