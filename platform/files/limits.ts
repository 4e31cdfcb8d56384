/** What a file may cost at most before it is refused. Sizes in bytes unless said otherwise. */
export interface ReadLimits {
  /** Entries in the zip directory of an .xlsx. */
  entries: number
  /** Sum of the uncompressed sizes of the parts of an .xlsx, or of an unpacked .gz. */
  unpacked: number
  /** Uncompressed : compressed, judged for parts above 4 MB. */
  ratio: number
  rows: number
  /** Empty lines of a text file one after the other. */
  blank: number
  columns: number
  cells: number
  /** Characters in one cell; Excel's own limit. */
  cellLength: number
  /** Characters in all shared strings of an .xlsx together. */
  sharedText: number
  /** Memory of the reading thread, in MB. */
  memory: number
  /** The thread may be silent for so long (ms) while nobody holds it back. */
  silence: number
}

export const readLimits: ReadLimits = {
  entries: 2_000,
  unpacked: 1_000_000_000,
  ratio: 200,
  rows: 1_048_576,
  blank: 65_536,
  columns: 1_024,
  cells: 30_000_000,
  cellLength: 32_767,
  sharedText: 60_000_000,
  memory: 192,
  silence: 20_000,
}
