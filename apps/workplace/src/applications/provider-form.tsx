import { registerProvider } from '@tereze/identity/contract'
import { Callout, TextField } from '@tereze/ui-components'
import type { FormEvent, ReactNode } from 'react'
import { BusyButton } from '../state/busy-button.tsx'
import { RefusalNote } from '../state/refusal-note.tsx'
import { troubleOfField } from '../state/trouble-of-field.ts'
import { useWords } from '../words/words.tsx'
import { formValues } from './form-values.ts'
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
  const trouble = (field: string) => troubleOfField(problem, `/${field}`)
  const mistakeWord = words.say('applications.mistake')
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
          name="provider"
          label={words.say('providers.id')}
          hint={words.say('clients.id-hint')}
          maxLength={63}
          mistake={trouble('provider')}
          mistakeWord={mistakeWord}
        />
        <NameFields of={of} problem={problem} />
        <TextField
          name="issuer"
          label={words.say('providers.issuer')}
          hint={words.say('providers.issuer-hint')}
          maxLength={500}
          mistake={trouble('issuer')}
          mistakeWord={mistakeWord}
        />
        <TextField
          name="provider/client"
          label={words.say('providers.client')}
          hint={words.say('providers.client-hint')}
          maxLength={200}
          mistake={trouble('client')}
          mistakeWord={mistakeWord}
        />
        {worths.map(worth => (
          <TextField
            key={worth}
            name={`levels/${worth}`}
            label={words.say(`providers.worth.${worth}`)}
            hint={words.say('providers.worth-hint')}
            maxLength={500}
            mistake={trouble('levels')}
            mistakeWord={mistakeWord}
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
