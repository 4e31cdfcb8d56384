import type { Day } from '../../../../platform/kinds/day.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Icon } from '../../../../platform/web/parts/Icon.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { p } from '../page-words.ts'

const address = (view: string, input: object): string =>
  `/api/see/${view}?input=${encodeURIComponent(JSON.stringify(input))}`

export function PdfLink({ store, day }: { store: string; day: Day }) {
  const say = useSay()
  return (
    <Button href={address('reports.pdf', { store, day })} download icon={<Icon name="export" size={17} />}>
      {say(p.pdf)}
    </Button>
  )
}

export function AreaPdfLink({ input }: { input: { area?: string; day?: Day } }) {
  const say = useSay()
  return (
    <Button href={address('reports.areaPdf', input)} download icon={<Icon name="export" size={17} />}>
      {say(p.pdf)}
    </Button>
  )
}
