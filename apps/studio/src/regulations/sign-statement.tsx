import { useMutation, useQuery } from '@tanstack/react-query'
import { askPasskey, type Statement, signByPasskey } from '@tereze/signatures/contract'
import { ask, BusyButton, bringSignature, client, QueryProblem, RefusalNote } from '@tereze/ui-app'
import { isProblem } from '@tereze/ui-client'
import { Callout } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'

/** Where certificates of the installation's authority point to for what was revoked. */
const revocations = () => `${window.location.origin}/signatures/revoked.crl`

/** What the authenticator of the device answers to a question; null where it does not confirm. */
async function confirmed(options: object): Promise<Record<string, unknown> | null> {
  try {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON)
    const credential = await navigator.credentials.get({ publicKey })
    return credential instanceof PublicKeyCredential ? { ...credential.toJSON() } : null
  } catch {
    // Whoever changed their mind, or has no passkey here, chooses another way.
    return null
  }
}

interface Of {
  readonly statement: string
  readonly done: () => void
}

/** Signs a statement: with the key that is kept for whoever signs, confirmed by a passkey, or with a certificate elsewhere. */
export function SignStatement(of: Of & { readonly needed: Statement['needed'] }): ReactNode {
  return (
    <>
      {of.needed === 'qualified' ? null : <ByPasskey {...of} />}
      <Elsewhere {...of} />
    </>
  )
}

function ByPasskey({ statement, done }: Of): ReactNode {
  const { say } = useWords()
  const passkey = useQuery({
    queryKey: ['signing', statement, 'passkey'],
    queryFn: ({ signal }) => ask(askPasskey, { statement }, { signal }),
  })
  const sign = useMutation<boolean, QueryProblem, object>({
    async mutationFn(options) {
      const response = await confirmed(options)
      if (response === null) return false
      const signed = await client.call(signByPasskey, { statement, response, revocations: revocations() })
      if (isProblem(signed)) throw new QueryProblem(signed)
      return true
    },
    onSuccess: isSigned => isSigned && done(),
  })
  if (passkey.data === undefined) return null
  const { options } = passkey.data
  if (options === null)
    return (
      <p>
        {say('life.sign-no-passkey')} <a href="/me/access">{say('life.sign-add-passkey')}</a>
      </p>
    )
  return (
    <>
      <BusyButton type="button" className="button" busy={sign.isPending} onClick={() => sign.mutate(options)}>
        {say('life.sign')}
      </BusyButton>
      {sign.data === false ? (
        <div role="alert">
          <Callout tone="no" title={say('life.sign-not-confirmed')} />
        </div>
      ) : null}
      {sign.error === null ? null : <RefusalNote problem={sign.error.problem} />}
    </>
  )
}

function Elsewhere({ statement, done }: Of): ReactNode {
  const { say } = useWords()
  const [file, choose] = useState<File | null>(null)
  const bring = useMutation<void, QueryProblem, File>({
    async mutationFn(chosen) {
      const problem = await bringSignature(statement, chosen)
      if (problem !== null) throw new QueryProblem(problem)
    },
    onSuccess: done,
  })
  return (
    <details>
      <summary>{say('life.sign-elsewhere')}</summary>
      <p>
        <a href={`/signatures/statements/${statement}/statement.txt`}>{say('life.sign-download')}</a>
      </p>
      <label className="field">
        <span>{say('life.sign-file')}</span>
        <input
          className="input"
          type="file"
          accept=".sig,.p7s,.cms"
          onChange={event => choose(event.target.files?.[0] ?? null)}
        />
      </label>
      <BusyButton
        type="button"
        className="button button-quiet"
        busy={bring.isPending}
        onClick={() => (file === null ? undefined : bring.mutate(file))}
      >
        {say('life.sign-bring')}
      </BusyButton>
      {bring.error === null ? null : <RefusalNote problem={bring.error.problem} />}
    </details>
  )
}
