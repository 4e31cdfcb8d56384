import type { Words } from '../../../../platform/kinds/words.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { useSay } from '../../../../platform/web/say.ts'

/** A few words of one's own, or phrases at one press each. */
export function PhraseField(props: {
  label: string
  hint: string
  value: string
  phrases: Words
  first?: React.ReactNode
  onChange: (text: string) => void
}) {
  const { label, hint, value, phrases, first, onChange } = props
  const say = useSay()
  return (
    <div className="field">
      <b>{label}</b>
      <Input.TextArea
        aria-label={label}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={500}
        placeholder={hint}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <div className="phrases">
        {first}
        {Object.entries(phrases).map(([key, sentence]) => (
          <Button key={key} size="small" shape="round" onClick={() => onChange(joined(value, say(sentence)))}>
            {say(sentence)}
          </Button>
        ))}
      </div>
    </div>
  )
}

/** A phrase goes behind what stands there already, once. */
export const joined = (text: string, phrase: string): string =>
  text.includes(phrase)
    ? text
    : text.trim()
      ? `${text.trim()}${/[。；;.]$/.test(text.trim()) ? '' : '；'}${phrase}`
      : phrase
