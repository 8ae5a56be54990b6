import { useMutation, useQuery } from '@tanstack/react-query'
import { askPasskey, type Statement, signByPasskey } from '@tereze/signatures/contract'
import { address, askForSignature } from '@tereze/signing-programs'
import { isProblem } from '@tereze/ui-client'
import { Callout } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { ask, bringSignature, client, QueryProblem } from '../session/platform.ts'
import { BusyButton } from '../state/busy-button.tsx'
import { RefusalNote } from '../state/refusal-note.tsx'
import { presentLanguage } from '../words/language.ts'
import { useWords } from '../words/words.tsx'
import { Altered } from './altered.tsx'
import { confirmsOnly, fingerprintOf } from './same-act.ts'

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
  /** What is signed, as it is shown. */
  readonly statement: Statement
  readonly done: () => void
}

/** Signs a statement: with the key that is kept for whoever signs, confirmed by a passkey, or with a certificate elsewhere. */
export function SignStatement(of: Of): ReactNode {
  return (
    <>
      {of.statement.needed === 'qualified' ? null : <ByPasskey {...of} />}
      {of.statement.programs?.includes('ncalayer') === true ? <ByProgram {...of} /> : null}
      <Elsewhere {...of} />
    </>
  )
}

function ByPasskey({ statement: { statement, text }, done }: Of): ReactNode {
  const { say } = useWords()
  const passkey = useQuery({
    queryKey: ['signing', statement, 'passkey'],
    queryFn: ({ signal }) => ask(askPasskey, { statement }, { signal }),
  })
  const sign = useMutation<'signed' | 'unconfirmed' | 'altered', QueryProblem, object>({
    async mutationFn(options) {
      // The passkey confirms the digest of what is on the screen: computed here, and believed from nobody.
      const { challenge } = options as { challenge?: unknown }
      if (!confirmsOnly(challenge, await fingerprintOf(text))) return 'altered'
      const response = await confirmed(options)
      if (response === null) return 'unconfirmed'
      const signed = await client.call(signByPasskey, { statement, response, revocations: revocations() })
      if (isProblem(signed)) throw new QueryProblem(signed)
      return 'signed'
    },
    onSuccess: how => how === 'signed' && done(),
  })
  if (passkey.error !== null) return <RefusalNote problem={passkey.error.problem} />
  if (passkey.data === undefined) return null
  const { options } = passkey.data
  if (options === null)
    return (
      <p>
        {say('sign.no-passkey')} <a href="/me/access">{say('sign.add-passkey')}</a>
      </p>
    )
  return (
    <>
      <BusyButton type="button" className="button" busy={sign.isPending} onClick={() => sign.mutate(options)}>
        {say('sign.passkey')}
      </BusyButton>
      {sign.data === 'unconfirmed' ? (
        <div role="alert" className="note">
          <Callout tone="no" title={say('sign.not-confirmed')} />
        </div>
      ) : null}
      {sign.data === 'altered' ? <Altered /> : null}
      {sign.error === null ? null : <RefusalNote problem={sign.error.problem} />}
    </>
  )
}

/** Base64 of the bytes that are signed. */
const base64Of = (text: string) =>
  btoa(Array.from(new TextEncoder().encode(text), byte => String.fromCharCode(byte)).join(''))

/** Signs with NCALayer, where a jurisdiction has it: exactly what is shown, on the signer's own machine. */
function ByProgram({ statement: { statement, text }, done }: Of): ReactNode {
  const { say } = useWords()
  const sign = useMutation<'signed' | 'unsigned', QueryProblem, void>({
    async mutationFn() {
      const signature = await askForSignature(new WebSocket(address), base64Of(text), presentLanguage())
      if (signature === null) return 'unsigned'
      const problem = await bringSignature(statement, new File([signature], 'signature.p7s'))
      if (problem !== null) throw new QueryProblem(problem)
      return 'signed'
    },
    onSuccess: how => how === 'signed' && done(),
  })
  return (
    <div className="signing-elsewhere">
      <BusyButton type="button" className="button button-quiet" busy={sign.isPending} onClick={() => sign.mutate()}>
        {say('sign.program')}
      </BusyButton>
      {sign.data === 'unsigned' ? (
        <div role="alert" className="note">
          <Callout tone="no" title={say('sign.program-failed')} />
        </div>
      ) : null}
      {sign.error === null ? null : <RefusalNote problem={sign.error.problem} />}
    </div>
  )
}

function Elsewhere({ statement: { statement }, done }: Of): ReactNode {
  const { say } = useWords()
  const [file, choose] = useState<File | null>(null)
  const [isMissing, miss] = useState(false)
  const bring = useMutation<void, QueryProblem, File>({
    async mutationFn(chosen) {
      const problem = await bringSignature(statement, chosen)
      if (problem !== null) throw new QueryProblem(problem)
    },
    onSuccess: done,
  })
  const send = () => {
    miss(file === null)
    if (file !== null) bring.mutate(file)
  }
  return (
    <details className="signing-elsewhere">
      <summary>{say('sign.elsewhere')}</summary>
      <p>
        <a href={`/signatures/statements/${statement}/statement.txt`} download>
          {say('sign.download')}
        </a>
      </p>
      <label className="field">
        <span>{say('sign.file')}</span>
        <input
          className="input"
          type="file"
          accept=".sig,.p7s,.cms"
          onChange={event => choose(event.target.files?.[0] ?? null)}
        />
      </label>
      {isMissing ? (
        <p className="mistake" role="alert">
          {say('sign.file-missing')}
        </p>
      ) : null}
      <BusyButton type="button" className="button button-quiet" busy={bring.isPending} onClick={send}>
        {say('sign.bring')}
      </BusyButton>
      {bring.error === null ? null : <RefusalNote problem={bring.error.problem} />}
    </details>
  )
}
