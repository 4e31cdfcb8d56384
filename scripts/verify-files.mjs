// `npm run verify:files`: workbooks and lists made to harm, by every route that reads files; with time and memory.
import { register } from 'tsx/esm/api'
import { checkNode, installPackages } from './prepare.mjs'

checkNode()
installPackages((text) => console.log(text))
register()
const { verifyFiles } = await import('../tests/hostile/verify.ts')
await verifyFiles()
process.exit()
