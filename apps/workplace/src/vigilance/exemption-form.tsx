import { BusyButton, RefusalNote, useFields, useSession } from '@tereze/ui-app'
import { Callout, DayField, SelectField, TextAreaField, TextField } from '@tereze/ui-components'
import { giveExemption, type RuleStanding } from '@tereze/vigilance/contract'
import type { FormEvent, ReactNode } from 'react'
import { formValues } from '../state/form-values.ts'
import { useWords } from '../words/words.ts'
import { useCommand } from './use-command.ts'

/** Exempts somebody from a rule before it raises a false alarm: who is on duty at night, who counts once a year. */
export function ExemptionForm({ rules }: { rules: readonly RuleStanding[] }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const give = useCommand(giveExemption)
  const problem = give.error?.problem ?? null
  const field = useFields(problem)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const { text } = formValues(form)
    const reaches = text('reaches')
    give.mutate(
      {
        organisation,
        rule: text('rule'),
        actor: text('actor'),
        until: text('until'),
        reason: text('reason'),
        ...(reaches === '' ? {} : { reaches: Number(reaches) }),
      },
      { onSuccess: () => form.reset() },
    )
  }
  return (
    <details className="more">
      <summary>{words.say('vigilance.exempt')}</summary>
      <form className="applications-form" onSubmit={send} noValidate>
        {problem ? <RefusalNote problem={problem} /> : null}
        <SelectField
          {...field('rule')}
          label={words.say('vigilance.rule')}
          value=""
          none={words.say('clients.choose')}
          options={rules.map(({ rule, title }) => ({ value: rule, text: words.pick(title) }))}
        />
        <TextField
          {...field('actor')}
          label={words.say('vigilance.exempt-whom')}
          hint={words.say('vigilance.exempt-whom-hint')}
          maxLength={200}
        />
        <DayField {...field('until')} label={words.say('vigilance.exempt-until')} value="" />
        <TextField
          {...field('reaches')}
          label={words.say('vigilance.exempt-reaches')}
          hint={words.say('vigilance.exempt-reaches-hint')}
          inputMode="numeric"
          width="short"
          maxLength={7}
        />
        <TextAreaField
          {...field('reason')}
          label={words.say('vigilance.exempt-why')}
          hint={words.say('vigilance.why-hint')}
          maxLength={2000}
        />
        <BusyButton type="submit" className="button" busy={give.isPending}>
          {words.say('vigilance.exempt-now')}
        </BusyButton>
      </form>
      {give.isSuccess ? <Callout tone="done" title={words.say('vigilance.exempted')} live /> : null}
    </details>
  )
}
