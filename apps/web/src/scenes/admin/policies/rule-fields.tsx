import type { VNode } from 'preact'
import { useId } from 'preact/hooks'
import { adminWords } from '../words.ts'

/** A rule as it is typed: switched off, its number is kept for when it is switched on again. */
export interface TypedRule {
  readonly isOn: boolean
  readonly text: string
}

export interface RuleFieldsProps {
  readonly label: string
  readonly unit: string
  readonly rule: TypedRule
  readonly most: number
  readonly onChange: (rule: TypedRule) => void
  /** What the number means, and what it would refuse. */
  readonly means: (value: number) => string
  readonly example: (value: number) => string
  readonly error: string | undefined
}

/** The number that was typed; `undefined` when it is none from 1 to the most. */
export function numberOf({ text }: TypedRule, most: number): number | undefined {
  const value = Number(text)
  return text.trim() !== '' && Number.isInteger(value) && value >= 1 && value <= most ? value : undefined
}

/** One rule: on or off, its number, what it means in a sentence, and what it would refuse. */
export function RuleFields({ label, unit, rule, most, onChange, means, example, error }: RuleFieldsProps): VNode {
  const { policies: words } = adminWords.use()
  const id = useId()
  const value = numberOf(rule, most)
  const wrong = error ?? (rule.isOn && value === undefined ? words.whole(most) : undefined)
  return (
    <fieldset class={wrong ? 'policy has-error' : 'policy'}>
      <legend class="unseen">{label}</legend>
      <div class="check">
        <input
          id={`${id}-on`}
          type="checkbox"
          checked={rule.isOn}
          onChange={({ currentTarget: { checked } }) => onChange({ ...rule, isOn: checked })}
        />
        <label for={`${id}-on`} class="label">
          {label}
        </label>
      </div>
      <div class="policy-body" aria-live="polite">
        {rule.isOn ? (
          <>
            <p class="policy-number">
              <input
                id={`${id}-number`}
                class="control"
                type="number"
                min={1}
                max={most}
                value={rule.text}
                aria-describedby={`${id}-says`}
                aria-invalid={wrong ? 'true' : undefined}
                onInput={({ currentTarget: { value: text } }) => onChange({ ...rule, text })}
              />
              <label for={`${id}-number`}>{unit}</label>
            </p>
            <div id={`${id}-says`}>
              {wrong !== undefined && <p class="field-error">{wrong}</p>}
              {value !== undefined && (
                <>
                  <p>{means(value)}</p>
                  <p class="hint">{example(value)}</p>
                </>
              )}
            </div>
          </>
        ) : (
          <p class="hint">{words.off}</p>
        )}
      </div>
    </fieldset>
  )
}
