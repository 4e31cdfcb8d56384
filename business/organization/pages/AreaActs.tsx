import { useState } from 'react'
import { later } from '../../../platform/web/parts/later.ts'
import { useSay } from '../../../platform/web/say.ts'
import { useMay } from '../../../platform/web/session.ts'
import { api } from './api.ts'
import { pageWords as w } from './words.ts'

const AreaForm = later(() => import('./AreaForm.tsx').then((m) => m.AreaForm))
const CloseAreaForm = later(() => import('./AreaForm.tsx').then((m) => m.CloseAreaForm))

/** What may be done with an area that is there: change its code, names and first day, or close it. */
export function AreaActs({ area: id }: { area: string }) {
  const say = useSay()
  const [doing, begin] = useState<'change' | 'close'>()
  const mayChange = useMay('organization.writeArea').may
  const mayClose = useMay('organization.closeArea').may
  const places = api.useSee('organization.places', {}, { when: doing !== undefined })
  const area = places.data?.areas.find((a) => a.id === id)
  const end = () => begin(undefined)
  if (!mayChange && !mayClose) return null
  return (
    <div className="org-acts">
      {mayChange ? (
        <button type="button" className="link org-act" onClick={() => begin('change')}>
          {say(w.changeArea)}
        </button>
      ) : null}
      {mayClose ? (
        <button type="button" className="link org-act" onClick={() => begin('close')}>
          {say(w.closeArea)}
        </button>
      ) : null}
      {area && doing === 'change' ? <AreaForm area={area} onClose={end} /> : null}
      {area && doing === 'close' ? <CloseAreaForm area={area} onClose={end} /> : null}
    </div>
  )
}
