import { newId } from '../../platform/kinds/id.ts'
import { type Story, store } from './story-for-tests.ts'

/** An associate’s morning look at the samples. */
export const samplesStory: Story = {
  duty: 'SA-2.3',
  period: '2026-11-23',
  holder: (h) => store(h, 3).associates[0]!,
  superior: (h) => store(h, 3).manager,
  seat: (h) => store(h, 3).id,
  open: '2026-11-23T09:45',
  overdue: '2026-11-23T10:45',
  act: (h, at) =>
    h.does(store(h, 3).associates[0]!, at, 'stock.checkSamples', { id: newId(), store: store(h, 3).id }),
  back: { never: 'what somebody has looked at he has looked at; what he missed is noted by whoever sees it' },
}
