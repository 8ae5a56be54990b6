import { useMutation, useQuery } from '@tanstack/react-query'
import { approveRegulation, writeApproval } from '@tereze/regulations/contract'
import { getStatement, prepareStatement } from '@tereze/signatures/contract'
import { ask, BusyButton, client, QueryProblem, SignStatement, useSession } from '@tereze/ui-app'
import { isProblem } from '@tereze/ui-client'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'
import { type Life, useLifeCommand } from './life.ts'
import { StepProblem } from './step-problem.tsx'

/** Approves by an act: what is signed is shown, signed by passkey or elsewhere, then sent with the signature. */
export function ApproveAction({ life }: { life: Life }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const { regulation } = life.card
  const { content } = life.life
  const [act, setAct] = useState('')
  const approve = useLifeCommand(approveRegulation)
  const [statement, setStatement] = useState<string | null>(null)
  const prepare = useMutation<string | null, QueryProblem>({
    async mutationFn() {
      const written = await client.call(writeApproval, { organisation, regulation, act })
      if (isProblem(written)) throw new QueryProblem(written)
      const { title, text, needed } = written
      if (needed === 'simple') return null
      const of = { operation: approveRegulation.name, input: { organisation, regulation, act, content } }
      const prepared = await client.call(prepareStatement, { title, text, needed, act: of })
      if (isProblem(prepared)) throw new QueryProblem(prepared)
      return prepared.statement
    },
    onSuccess(prepared) {
      setStatement(prepared)
      if (prepared === null) approve.mutate({ organisation, regulation, act, content })
    },
  })
  const signing = useQuery({
    queryKey: ['signing', statement],
    queryFn: ({ signal }) => ask(getStatement, { statement: statement ?? '' }, { signal }),
    enabled: statement !== null,
  })
  const signed = signing.data?.signed ?? null
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (statement === null) prepare.mutate()
    else if (signed !== null) approve.mutate({ organisation, regulation, act, content, signature: statement })
  }
  return (
    <form className="life-form" onSubmit={send}>
      <label className="field">
        <span>{words.say('life.act')}</span>
        <input
          className="input"
          required
          minLength={3}
          maxLength={500}
          value={act}
          readOnly={statement !== null}
          onChange={event => setAct(event.target.value)}
        />
      </label>
      {statement === null || signing.data === undefined ? null : (
        <>
          <pre className="life-statement">{signing.data.text}</pre>
          {signed === null ? (
            <SignStatement statement={signing.data} done={() => void signing.refetch()} />
          ) : (
            <p role="status">{words.say('life.signed', { name: signed.signer, moment: words.moment(signed.at) })}</p>
          )}
        </>
      )}
      <StepProblem error={prepare.error ?? approve.error} />
      {statement === null ? (
        <BusyButton type="submit" className="button" busy={prepare.isPending || approve.isPending}>
          {words.say('life.prepare-approval')}
        </BusyButton>
      ) : signed === null ? null : (
        <BusyButton type="submit" className="button" busy={approve.isPending}>
          {words.say('life.approve')}
        </BusyButton>
      )}
    </form>
  )
}
