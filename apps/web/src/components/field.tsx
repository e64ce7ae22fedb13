import type { ComponentChildren, VNode } from 'preact'
import { useId } from 'preact/hooks'
import { classes } from './classes.ts'

/** What a control needs so that its label, hint and error are read with it. */
export interface ControlProps {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': 'true' | undefined
}

export interface FieldProps {
  readonly label: string
  readonly hint?: ComponentChildren
  /** What is wrong, and what to do about it. */
  readonly error?: ComponentChildren
  readonly class?: string | undefined
  readonly isLabelHidden?: boolean | undefined
  readonly children: (control: ControlProps) => ComponentChildren
}

/** A label, a control, its hint and its error. */
function Field({ label, hint, error, children, isLabelHidden = false, class: extra }: FieldProps): VNode {
  const id = useId()
  const describedBy = classes(hint ? `${id}-hint` : undefined, error ? `${id}-error` : undefined)
  return (
    <div class={classes('field', error ? 'has-error' : undefined, extra)}>
      <label class={isLabelHidden ? 'unseen' : 'label'} for={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': error ? 'true' : undefined })}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}

export interface TextFieldProps extends Omit<FieldProps, 'children'> {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly type?: 'text' | 'email' | 'search' | 'date' | 'time' | 'number' | 'datetime-local' | undefined
  readonly isRequired?: boolean | undefined
  readonly autocomplete?: string | undefined
  readonly placeholder?: string | undefined
  readonly maxLength?: number | undefined
  readonly min?: string | number | undefined
  readonly max?: string | number | undefined
  readonly step?: number | undefined
  readonly list?: string | undefined
  readonly isFocused?: boolean | undefined
}

export function TextField(props: TextFieldProps): VNode {
  const { value, onInput, type = 'text', isFocused = false } = props
  return (
    <Field {...props}>
      {(control) => (
        <input
          {...control}
          class="control"
          type={type}
          value={value}
          required={props.isRequired}
          autocomplete={props.autocomplete}
          placeholder={props.placeholder}
          maxLength={props.maxLength}
          min={props.min}
          max={props.max}
          step={props.step}
          list={props.list}
          ref={isFocused ? focusOnce : null}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

function focusOnce(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true })
}

export interface TextAreaFieldProps extends Omit<FieldProps, 'children'> {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly rows?: number | undefined
  readonly placeholder?: string | undefined
  readonly maxLength?: number | undefined
}

export function TextAreaField(props: TextAreaFieldProps): VNode {
  return (
    <Field {...props}>
      {(control) => (
        <textarea
          {...control}
          class="control"
          rows={props.rows ?? 2}
          placeholder={props.placeholder}
          maxLength={props.maxLength}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

export interface SelectOption<Value extends string> {
  readonly value: Value
  readonly label: string
}

export interface SelectFieldProps<Value extends string> extends Omit<FieldProps, 'children'> {
  readonly value: Value
  readonly options: readonly SelectOption<Value>[]
  readonly onChange: (value: Value) => void
}

export function SelectField<Value extends string>(props: SelectFieldProps<Value>): VNode {
  return (
    <Field {...props}>
      {(control) => (
        <select
          {...control}
          class="control"
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value as Value)}
        >
          {props.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export interface CheckFieldProps {
  readonly label: ComponentChildren
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
  readonly hint?: ComponentChildren
}

export function CheckField({ label, isChecked, onChange, hint }: CheckFieldProps): VNode {
  const id = useId()
  return (
    <div class="check">
      <input
        id={id}
        type="checkbox"
        checked={isChecked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
