import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import base from '/work/main/app/vite.config.ts'
export default { ...base, plugins: [{ name:'stub', enforce:'pre', resolveId(s,i){ if(i&&/pages\/[^/]+\.tsx?$/.test(i)&&s.startsWith('./')&&!existsSync(join(dirname(i),s))) return '\0stub' }, load(id){ if(id==='\0stub') return 'export default () => null' } }, ...base.plugins] }
