import type { ComponentChildren, VNode } from 'preact'
import { useId } from 'preact/hooks'
import { classes } from './classes.ts'

export interface Choice<Value extends string | number> {
  readonly value: Value
  readonly label: string
  /** Read out where the label is short: Monday for M. */
  readonly fullLabel?: string | undefined
}

export interface ChipsProps<Value extends string | number> {
  readonly legend: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value | undefined
  readonly onChange: (value: Value) => void
  readonly error?: ComponentChildren
  readonly children?: ComponentChildren
  readonly isLegendHidden?: boolean | undefined
}

/** One of few, all in sight: radio buttons that look like chips. */
export function Chips<Value extends string | number>(props: ChipsProps<Value>): VNode {
  const name = useId()
  return (
    <fieldset
      class={classes('field chips-field', props.error ? 'has-error' : undefined)}
      aria-describedby={`${name}-error`}
    >
      <legend class={props.isLegendHidden ? 'unseen' : 'label'}>{props.legend}</legend>
      <div class="chips">
        {props.choices.map(({ value, label, fullLabel }) => (
          <label key={value} class="chip">
            <input
              type="radio"
              name={name}
              value={value}
              checked={props.value === value}
              aria-label={fullLabel}
              onChange={() => props.onChange(value)}
            />
            <span>{label}</span>
          </label>
        ))}
        {props.children}
      </div>
      <p class="field-error" id={`${name}-error`} hidden={!props.error}>
        {props.error}
      </p>
    </fieldset>
  )
}

export interface ManyChipsProps<Value extends string | number>
  extends Omit<ChipsProps<Value>, 'value' | 'onChange' | 'children'> {
  readonly values: readonly Value[]
  readonly onChange: (values: readonly Value[]) => void
}

/** Some of few: check boxes that look like chips. */
export function ManyChips<Value extends string | number>(props: ManyChipsProps<Value>): VNode {
  const name = useId()
  const { values, choices } = props
  return (
    <fieldset
      class={classes('field chips-field', props.error ? 'has-error' : undefined)}
      aria-describedby={`${name}-error`}
    >
      <legend class={props.isLegendHidden ? 'unseen' : 'label'}>{props.legend}</legend>
      <div class="chips">
        {choices.map(({ value, label, fullLabel }) => (
          <label key={value} class="chip">
            <input
              type="checkbox"
              value={value}
              checked={values.includes(value)}
              aria-label={fullLabel}
              onChange={({ currentTarget: { checked } }) =>
                props.onChange(
                  choices.map((one) => one.value).filter((one) => (one === value ? checked : values.includes(one))),
                )
              }
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      <p class="field-error" id={`${name}-error`} hidden={!props.error}>
        {props.error}
      </p>
    </fieldset>
  )
}
