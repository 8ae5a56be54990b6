import { useQuery } from '@tanstack/react-query'
import { listOrganisations } from '@tereze/catalogue/contract'
import { type ApiScope, apiScopes, ClientGrant, registerClient } from '@tereze/identity/contract'
import { ask, BusyButton, RefusalNote, useFields } from '@tereze/ui-app'
import { Callout, CheckField, ChoicesField, SelectField, TextAreaField, TextField } from '@tereze/ui-components'
import { type FormEvent, type ReactNode, useState } from 'react'
import { saveFile } from '../registers/loads/save-file.ts'
import { CopyButton } from '../state/copy-button.tsx'
import { formValues } from '../state/form-values.ts'
import { useWords } from '../words/words.ts'
import { NameFields, nameIn } from './name-fields.tsx'
import { newKey, readPublicKey } from './new-key.ts'
import { useCommand } from './use-command.ts'

const grants = ClientGrant.anyOf.map(({ const: grant }) => grant)
const of = 'client'

/** Registers an application. Its key may be made here: the private half is shown once and never sent. */
export function ClientForm(): ReactNode {
  const words = useWords()
  const [keyWrong, setKeyWrong] = useState(false)
  const [secret, showSecret] = useState<{ client: string; key: string } | null>(null)
  const register = useCommand(registerClient)
  const organisations = useQuery({
    queryKey: ['organisations'],
    queryFn: ({ signal }) => ask(listOrganisations, {}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const problem = register.error?.problem ?? null
  const field = useFields(problem)
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const values = formValues(form)
    const pasted = values.text('key')
    const given = pasted === '' ? null : readPublicKey(pasted)
    setKeyWrong(pasted !== '' && given === null)
    if (pasted !== '' && given === null) return
    const made = values.checked('new-key') ? await newKey() : null
    const signOutUri = values.text('signOutUri')
    const client = values.text('client')
    register.mutate(
      {
        client,
        organisation: values.text('organisation'),
        name: nameIn(values, of),
        grants: values.chosen('grants') as (typeof grants)[number][],
        redirectUris: values.list('redirectUris'),
        keys: [...(made === null ? [] : [made.publicKey]), ...(given === null ? [] : [given])],
        scopes: values.chosen('scopes') as ApiScope[],
        roles: values.list('roles'),
        exchanges: values.list('exchanges'),
        signOutUri: signOutUri === '' ? null : signOutUri,
        pushed: values.checked('pushed'),
        bound: values.checked('bound'),
      },
      {
        onSuccess: () => {
          showSecret(made === null ? null : { client, key: made.privateKey })
          form.reset()
        },
      },
    )
  }
  return (
    <details className="more">
      <summary>{words.say('clients.register')}</summary>
      <form className="applications-form" onSubmit={event => void send(event)} noValidate>
        {problem ? <RefusalNote problem={problem} /> : null}
        <TextField
          {...field('client')}
          label={words.say('clients.id')}
          hint={words.say('clients.id-hint')}
          maxLength={63}
        />
        <SelectField
          {...field('organisation')}
          label={words.say('clients.organisation')}
          value=""
          none={words.say('clients.choose')}
          options={(organisations.data?.items ?? []).map(({ id, name }) => ({ value: id, text: words.pick(name) }))}
        />
        <NameFields of={of} problem={problem} />
        <ChoicesField
          {...field('grants')}
          label={words.say('clients.grants')}
          values={[]}
          options={grants.map(grant => ({
            value: grant,
            text: words.say(`clients.grant.${grant}`),
            hint: words.say(`clients.grant-hint.${grant}`),
          }))}
        />
        <TextAreaField
          {...field('redirectUris')}
          label={words.say('clients.redirects')}
          hint={words.say('clients.redirects-hint')}
        />
        <CheckField name="new-key" value="yes" checked={false} hint={words.say('clients.new-key-hint')}>
          {words.say('clients.new-key')}
        </CheckField>
        <TextAreaField
          {...field('keys')}
          name="key"
          label={words.say('clients.key')}
          hint={words.say('clients.key-hint')}
          mistake={keyWrong ? words.say('clients.key-wrong') : field('keys').mistake}
        />
        <ChoicesField
          {...field('scopes')}
          label={words.say('clients.scopes')}
          hint={words.say('clients.scopes-hint')}
          values={[]}
          options={apiScopes.map(scope => ({ value: scope, text: words.say(`clients.scope.${scope}`), hint: scope }))}
        />
        <TextField {...field('roles')} label={words.say('clients.roles')} hint={words.say('clients.roles-hint')} />
        <TextField
          {...field('exchanges')}
          label={words.say('clients.exchanges')}
          hint={words.say('clients.exchanges-hint')}
        />
        <TextField
          {...field('signOutUri')}
          label={words.say('clients.sign-out')}
          hint={words.say('clients.sign-out-hint')}
          maxLength={500}
        />
        <CheckField name="pushed" value="yes" checked={false}>
          {words.say('clients.pushed')}
        </CheckField>
        <CheckField name="bound" value="yes" checked={false}>
          {words.say('clients.bound')}
        </CheckField>
        <BusyButton type="submit" className="button" busy={register.isPending}>
          {words.say('applications.register')}
        </BusyButton>
      </form>
      {register.isSuccess ? <Callout tone="done" title={words.say('applications.registered')} live /> : null}
      {secret === null ? null : (
        <Callout tone="you" title={words.say('clients.secret')} live>
          <p>{words.say('clients.secret-text')}</p>
          <pre className="applications-secret">
            <code>{secret.key}</code>
          </pre>
          <p className="actions">
            <CopyButton text={secret.key} />
            <button
              type="button"
              className="button button-quiet button-small"
              onClick={() => saveFile(`${secret.client}.jwk.json`, secret.key, 'application/jwk+json')}
            >
              {words.say('clients.secret-save')}
            </button>
            <button type="button" className="button button-quiet button-small" onClick={() => showSecret(null)}>
              {words.say('clients.secret-kept')}
            </button>
          </p>
        </Callout>
      )}
    </details>
  )
}
