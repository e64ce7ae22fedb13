import type { ComponentChildren, VNode } from 'preact'
import { Button } from '../../components/button.tsx'
import { Chips } from '../../components/chips.tsx'
import { TextField } from '../../components/field.tsx'
import { isDay } from '../../time/wall-time.ts'
import { type CalendarView, stepped } from './calendar-view.ts'
import { calendarWords } from './words.ts'

export interface ToolbarProps {
  readonly view: CalendarView
  readonly today: string
  /** The day or the week that is shown, in words. */
  readonly children: ComponentChildren
  readonly onChange: (view: CalendarView) => void
}

/** Which days, what of them, and how. */
export function Toolbar({ view, today, children, onChange }: ToolbarProps): VNode {
  const words = calendarWords.use()
  const steps = words.steps[view.range]
  return (
    <div class="calendar-tools">
      <div class="calendar-when">
        <div class="calendar-steps">
          <Button label={steps.back} onClick={() => onChange(stepped(view, -1))}>
            <span aria-hidden="true" class="step-sign step-back" />
          </Button>
          <Button onClick={() => onChange({ ...view, day: today })}>{words.steps.today}</Button>
          <Button label={steps.on} onClick={() => onChange(stepped(view, 1))}>
            <span aria-hidden="true" class="step-sign step-on" />
          </Button>
        </div>
        <TextField
          label={words.steps.goTo}
          isLabelHidden
          type="date"
          value={view.day}
          onInput={(day) => isDay(day) && onChange({ ...view, day })}
        />
        <h2 class="calendar-day" aria-live="polite">
          {children}
        </h2>
      </div>
      <div class="calendar-what">
        <Chips
          legend={words.range.legend}
          isLegendHidden
          choices={(['day', 'week'] as const).map((value) => ({ value, label: words.range[value] }))}
          value={view.range}
          onChange={(range) => onChange({ ...view, range })}
        />
        <Chips
          legend={words.form.legend}
          isLegendHidden
          choices={(['grid', 'list'] as const).map((value) => ({ value, label: words.form[value] }))}
          value={view.form}
          onChange={(form) => onChange({ ...view, form })}
        />
        {view.range === 'day' && (
          <>
            <Chips
              legend={words.filter.whose}
              isLegendHidden
              choices={(['all', 'mine'] as const).map((value) => ({ value, label: words.filter[value] }))}
              value={view.whose}
              onChange={(whose) => onChange({ ...view, whose })}
            />
            <TextField
              label={words.filter.host}
              isLabelHidden
              type="search"
              placeholder={words.filter.host}
              value={view.host}
              onInput={(host) => onChange({ ...view, host })}
            />
          </>
        )}
      </div>
    </div>
  )
}
