import { registerProvider } from '@tereze/identity/contract'
import { BusyButton, RefusalNote, useFields } from '@tereze/ui-app'
import { Callout, TextField } from '@tereze/ui-components'
import type { FormEvent, ReactNode } from 'react'
import { formValues } from '../state/form-values.ts'
import { useWords } from '../words/words.ts'
import { NameFields, nameIn } from './name-fields.tsx'
import { useCommand } from './use-command.ts'

const of = 'provider'
/** Levels that one of theirs may be worth; everything else is low. */
const worths = ['substantial', 'high'] as const

/** Registers an OpenID provider of others. There is no secret: this place proves itself there by its key. */
export function ProviderForm(): ReactNode {
  const words = useWords()
  const register = useCommand(registerProvider)
  const problem = register.error?.problem ?? null
  const field = useFields(problem)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const values = formValues(form)
    const levels = Object.fromEntries(
      worths.flatMap(worth => values.list(`levels/${worth}`).map(level => [level, worth] as const)),
    )
    register.mutate(
      {
        provider: values.text('provider'),
        name: nameIn(values, of),
        issuer: values.text('issuer'),
        client: values.text('provider/client'),
        levels,
      },
      { onSuccess: () => form.reset() },
    )
  }
  return (
    <details className="more">
      <summary>{words.say('providers.register')}</summary>
      <form className="applications-form" onSubmit={send} noValidate>
        {problem ? <RefusalNote problem={problem} /> : null}
        <TextField
          {...field('provider')}
          label={words.say('providers.id')}
          hint={words.say('clients.id-hint')}
          maxLength={63}
        />
        <NameFields of={of} problem={problem} />
        <TextField
          {...field('issuer')}
          label={words.say('providers.issuer')}
          hint={words.say('providers.issuer-hint')}
          maxLength={500}
        />
        <TextField
          {...field('client')}
          name="provider/client"
          label={words.say('providers.client')}
          hint={words.say('providers.client-hint')}
          maxLength={200}
        />
        {worths.map(worth => (
          <TextField
            key={worth}
            {...field('levels')}
            name={`levels/${worth}`}
            label={words.say(`providers.worth.${worth}`)}
            hint={words.say('providers.worth-hint')}
            maxLength={500}
          />
        ))}
        <BusyButton type="submit" className="button" busy={register.isPending}>
          {words.say('applications.register')}
        </BusyButton>
      </form>
      {register.isSuccess ? <Callout tone="done" title={words.say('applications.registered')} live /> : null}
    </details>
  )
}
