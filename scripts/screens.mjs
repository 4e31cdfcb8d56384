// `npm run screens`: every screen of the demo chain, phone and desktop, Chinese and English, into docs/screens/.
import { register } from 'tsx/esm/api'
import { buildIfStale, checkNode, installPackages } from './prepare.mjs'

checkNode()
installPackages((text) => console.log(text))
buildIfStale((text) => console.log(text))
register()
const { takeScreens } = await import('../tests/journeys/screens.ts')
await takeScreens(process.argv.slice(2))
