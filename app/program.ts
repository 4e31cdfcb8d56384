import { Command } from 'commander'
import { registerReplenishCommand } from '../business/replenishment/command.ts'
import { registerTransfersCommand } from '../business/replenishment/transfers-command.ts'
import { registerRosterCommand } from '../business/roster/command.ts'
import { registerImportCommand } from '../business/sales/imports/command.ts'
import { registerForecastCommand } from '../business/targets/forecast/accuracy-command.ts'
import { registerDatabaseCommands } from './commands/database.ts'
import { registerDemo } from './commands/demo.ts'
import { registerDuties } from './commands/duties.ts'
import { registerJobDescription } from './commands/job-description.ts'
import { registerMove } from './commands/move.ts'
import { registerServe } from './commands/serve.ts'
import { readConfig } from './config.ts'
import { closeEarly } from './early.ts'
import { openHouse } from './house.ts'

const program = new Command('jingwei')
  .description('Jingwei 经纬: job descriptions that run. 岗位职责，跑起来。')
  .showHelpAfterError()
  .addHelpText(
    'after',
    '\nEnvironment: PORT (3000), HOST, DATA_DIR (./data), DATABASE_URL (empty: embedded), JINGWEI_DEMO (off)',
  )

registerServe(program)
registerDatabaseCommands(program)
registerMove(program)
registerDemo(program)
registerImportCommand(program, () => openHouse(readConfig()))
registerForecastCommand(program)
registerRosterCommand(program)
registerReplenishCommand(program)
registerTransfersCommand(program)
registerDuties(program)
registerJobDescription(program)

program.parseAsync().catch(async (error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
  await closeEarly()
})
