import { homes, LookedAt } from './look-at-screens.ts'
import { screens } from './screens.ts'

const at = new LookedAt()

at.each('desk', 'en', screens)
at.each('desk', 'zh', homes)
