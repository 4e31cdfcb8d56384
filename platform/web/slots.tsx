import { type ComponentType, createContext, Suspense, useContext } from 'react'

export interface RecordNoteProps {
  /** The ids of the record, as its actions answered or noted them: one, or those of all its versions. */
  records: readonly string[]
  /** The page has a review of its own: that it was read and confirmed is recorded there. */
  hasOwnReview?: boolean
}
/** Parts that one area puts on the pages of others, which do not know of it; the application names them, each `lazy`. */
export interface Slots {
  /** A quiet line over every page. */
  everywhere?: ComponentType
  /** What is said of a record on its own page: which duty it does, who has looked at it. */
  recordNote?: ComponentType<RecordNoteProps>
}

export const SlotsContext = createContext<Slots>({})

/** Stands in the shell, once. */
export function Everywhere() {
  const { everywhere: Part } = useContext(SlotsContext)
  return Part ? (
    <Suspense>
      <Part />
    </Suspense>
  ) : null
}

/** `<RecordNote records={[report.id]} />` on the page of any record; nothing where nobody has something to say of it. */
export function RecordNote(props: RecordNoteProps) {
  const { recordNote: Part } = useContext(SlotsContext)
  return Part && props.records.length > 0 ? (
    <Suspense>
      <Part {...props} />
    </Suspense>
  ) : null
}
