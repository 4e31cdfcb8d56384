// `npm run verify:fuzz [EACH] [SEED]`: every operation with EACH hostile requests (500), the books looked at afterwards.
import { register } from 'tsx/esm/api'
import { checkNode, installPackages } from './prepare.mjs'

checkNode()
installPackages((text) => console.log(text))
register()
const { verifyFuzz } = await import('../tests/fuzz/verify.ts')
await verifyFuzz(Number(process.argv[2] ?? 500), Number(process.argv[3] ?? 20_261_126))
process.exit()
