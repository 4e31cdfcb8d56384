import type { PersonView } from '../chart/shape.ts'
import {
  AppointForm,
  CodeSheet,
  DelegateForm,
  DismissForm,
  EndForm,
  RehireForm,
  TransferForm,
} from './PersonActs.tsx'
import { PersonForm } from './PersonForm.tsx'
import { EraseForm, RevealForm } from './PersonPrivacy.tsx'

type Held = PersonView['appointments'][number]

export type Doing =
  | { act: 'change' | 'appoint' | 'dismiss' | 'rehire' | 'password' | 'reveal' | 'erase' }
  | { act: 'transfer' | 'end' | 'delegate'; appointment: Held }

/** The form that a press on a person's page leads to. */
export function PersonDoing({
  doing,
  person,
  onClose,
}: {
  doing: Doing
  person: PersonView
  onClose: () => void
}) {
  switch (doing.act) {
    case 'change':
      return <PersonForm person={person} onClose={onClose} />
    case 'appoint':
      return <AppointForm person={person} onClose={onClose} />
    case 'dismiss':
      return <DismissForm person={person} onClose={onClose} />
    case 'rehire':
      return <RehireForm person={person} onClose={onClose} />
    case 'password':
      return <CodeSheet person={person} onClose={onClose} />
    case 'reveal':
      return <RevealForm person={person} onClose={onClose} />
    case 'erase':
      return <EraseForm person={person} onClose={onClose} />
    case 'transfer':
      return <TransferForm person={person} held={doing.appointment} onClose={onClose} />
    case 'end':
      return <EndForm person={person} held={doing.appointment} onClose={onClose} />
    case 'delegate':
      return <DelegateForm person={person} held={doing.appointment} onClose={onClose} />
  }
}
