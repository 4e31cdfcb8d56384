// `npm run verify:permissions [SEED]`: every operation by everybody everywhere, over HTTP; takes some minutes.
import { register } from 'tsx/esm/api'

register()
const { verifyPermissions } = await import('../tests/permissions/verify.ts')
await verifyPermissions(Number(process.argv[2] ?? 20_261_123))
process.exit()
