import { photosForTests } from '../../platform/photos/photos-for-tests.ts'
import { displayCheck, publishManual } from './display-manual-for-tests.ts'
import { area, type Story, store } from './story-for-tests.ts'

const n = 2
let last: string

/** A store holds itself against a new display manual; the area manager sends it back. */
export const displayStory: Story = {
  duty: 'SM-2.3',
  period: '2026-W48',
  holder: (h) => store(h, n).manager,
  superior: (h) => area(h).manager,
  seat: (h) => store(h, n).id,
  raise(h, at) {
    photosForTests()
    return publishManual(h, at, '2026-11-27')
  },
  open: '2026-11-26T10:00',
  overdue: '2026-11-27T18:10',
  async act(h, at) {
    const { id, manager } = store(h, n)
    last = (await h.does(manager, at, 'displays.check', await displayCheck(h, manager, id, at))).id
  },
  back: (h, at) =>
    h.does(area(h).manager, at, 'displays.sendBack', {
      store: store(h, n).id,
      id: last,
      words: '主墙照片拍全一点',
    }),
}
