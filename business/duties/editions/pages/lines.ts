/** Sentences in a text field: one a line, Chinese and English parted by a slash with a space on each side. */
export const linesOf = (text: string): [string, string][] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.indexOf(' / ')
      return at < 0 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 3).trim()]
    })

export const textOf = (lines: readonly (readonly [string, string])[]): string =>
  lines.map(([zh, en]) => (en === '' || en === zh ? zh : `${zh} / ${en}`)).join('\n')
