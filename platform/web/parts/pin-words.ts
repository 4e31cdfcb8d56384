import { words } from '../../kinds/words.ts'

export const padWords = words({
  back: ['退格', 'Delete'],
})
