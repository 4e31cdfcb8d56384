import { resolve } from 'node:path'
import { makeTemplate } from './durable.ts'

/** Run by the build: writes the empty cluster that a first start unpacks. `template.ts dist/database-template.tgz` */
const [, , file] = process.argv
if (!file) throw new Error('where to write the template?')
await makeTemplate(resolve(file))
