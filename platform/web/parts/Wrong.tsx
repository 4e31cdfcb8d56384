/** What is wrong with a field, beneath it, in the server's own words. */
export function Wrong({ text }: { text: string | undefined }) {
  return text ? (
    <span className="field-wrong" role="alert">
      {text}
    </span>
  ) : null
}
