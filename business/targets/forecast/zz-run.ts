import { Command } from 'commander'
import { registerForecastCommand } from './accuracy-command.ts'
const p = new Command('jingwei'); registerForecastCommand(p); await p.parseAsync()
