import type { HostView, PoliciesView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { listHosts, readPolicies, setPolicies } from '../../../api/administration-calls.ts'
import { useAnswer } from '../../../api/use-answer.ts'
import { useSubmit } from '../../../api/use-submit.ts'
import { Button } from '../../../components/button.tsx'
import { Chips, ManyChips } from '../../../components/chips.tsx'
import { CheckField } from '../../../components/field.tsx'
import { Loading } from '../../../components/loading.tsx'
import { FailureNotice } from '../../../components/notice.tsx'
import { TimeZoneField } from '../../../components/time-zone-field.tsx'
import { useToast } from '../../../components/toasts.tsx'
import { errorAt } from '../../../words/error-at.ts'
import { useSpeech } from '../../../words/words.ts'
import { AdminScene } from '../admin-scene.tsx'
import { adminWords } from '../words.ts'
import { Pool } from './pool.tsx'
import { numberOf, RuleFields, type TypedRule } from './rule-fields.tsx'
import { type RuleName, ruleNames, useRuleWords } from './rule-words.ts'

/** The rules of the desk, and whether hosts are shared. */
export function PoliciesPage(): VNode {
  const { policies: words } = adminWords.use()
  const loaded = useAnswer(readPolicies())
  const hosts = useAnswer(listHosts())
  const { value } = loaded
  return (
    <AdminScene part="policies" lead={words.lead}>
      <FailureNotice failure={loaded.failure ?? hosts.failure} />
      {value === undefined || hosts.value === undefined ? (
        loaded.failure === undefined && <Loading />
      ) : (
        <>
          <Pool policies={value} put={loaded.put} />
          <Rules policies={value} hosts={hosts.value.rows} put={loaded.put} />
        </>
      )}
    </AdminScene>
  )
}

interface RulesProps {
  readonly policies: PoliciesView
  readonly hosts: readonly HostView[]
  readonly put: (policies: PoliciesView) => void
}

function Rules({ policies, hosts, put }: RulesProps): VNode {
  const { policies: words } = adminWords.use()
  const speech = useSpeech()
  const toast = useToast()
  const submit = useSubmit()
  const ruleWords = useRuleWords()
  const [rules, setRules] = useState<Readonly<Record<RuleName, TypedRule>>>(() => typedRules(policies, ruleWords))
  const [others, setOthers] = useState(() => ({
    approvalForHosts: policies.approvalForHosts,
    opening: policies.opening,
    nextOrganiserMayEnd: policies.nextOrganiserMayEnd,
    timeZone: policies.timeZone,
  }))
  const isWrong = ruleNames.some(
    (name) => rules[name].isOn && numberOf(rules[name], ruleWords[name].most) === undefined,
  )

  async function save(event: Event): Promise<void> {
    event.preventDefault()
    if (isWrong) return
    const numbers = Object.fromEntries(
      ruleNames.map((name) => [name, rules[name].isOn ? numberOf(rules[name], ruleWords[name].most) : null]),
    ) as Pick<PoliciesView, RuleName>
    const answer = await submit.send(setPolicies({ ...numbers, ...others }))
    if (answer?.is !== 'good') return
    put(answer.value)
    toast(words.saved)
  }

  return (
    <form class="form panel" onSubmit={save} noValidate>
      <h2>{words.rules}</h2>
      {ruleNames.map((name) => (
        <RuleFields
          key={name}
          {...ruleWords[name]}
          rule={rules[name]}
          onChange={(rule) => setRules((old) => ({ ...old, [name]: rule }))}
          error={errorAt(submit.problem, name, speech)}
        />
      ))}
      {hosts.length === 0 ? (
        <p class="hint">{words.approvalNone}</p>
      ) : (
        <div class="field">
          <ManyChips
            legend={words.approval}
            choices={hosts.map(({ id, name }) => ({ value: id, label: name }))}
            values={others.approvalForHosts}
            onChange={(approvalForHosts) => setOthers((old) => ({ ...old, approvalForHosts }))}
            error={errorAt(submit.problem, 'approvalForHosts', speech)}
          />
          <p class="hint">{words.approvalHint}</p>
        </div>
      )}
      <div class="field">
        <Chips
          legend={words.opening}
          choices={(['without_host', 'start_link'] as const).map((value) => ({ value, label: words.openings[value] }))}
          value={others.opening}
          onChange={(opening) => setOthers((old) => ({ ...old, opening }))}
        />
        <p class="hint">{words.openingHint[others.opening]}</p>
      </div>
      <CheckField
        label={words.nextMayEnd}
        hint={words.nextMayEndHint}
        isChecked={others.nextOrganiserMayEnd}
        onChange={(nextOrganiserMayEnd) => setOthers((old) => ({ ...old, nextOrganiserMayEnd }))}
      />
      <TimeZoneField
        label={words.timeZone}
        hint={words.timeZoneHint}
        value={others.timeZone}
        onChange={(timeZone) => setOthers((old) => ({ ...old, timeZone }))}
        error={errorAt(submit.problem, 'timeZone', speech)}
      />
      <FailureNotice failure={submit.failure} />
      <div class="actions">
        <Button kind="main" type="submit" isBusy={submit.isSending} isOff={isWrong}>
          {words.save}
        </Button>
      </div>
    </form>
  )
}

function typedRules(
  policies: PoliciesView,
  words: Readonly<Record<RuleName, { readonly usual: number }>>,
): Readonly<Record<RuleName, TypedRule>> {
  return Object.fromEntries(
    ruleNames.map((name) => [
      name,
      { isOn: policies[name] !== null, text: String(policies[name] ?? words[name].usual) },
    ]),
  ) as Record<RuleName, TypedRule>
}
