import { useMutation } from '@tanstack/react-query'
import type { Text } from '@tereze/operation'
import {
  type AuthorityCandidate,
  largestCertificateFile,
  proposeAuthority,
  readAuthorities,
} from '@tereze/signatures/contract'
import { ask, BusyButton, type QueryProblem, RefusalNote, useFields } from '@tereze/ui-app'
import { Callout, ChoiceField, SelectField, TextAreaField } from '@tereze/ui-components'
import { type FormEvent, type ReactNode, useState } from 'react'
import { readBase64 } from '../registers/loads/read-base64.ts'
import { formValues } from '../state/form-values.ts'
import { useWords } from '../words/words.ts'
import { AuthorityFacts } from './authority-facts.tsx'
import { useCommand } from './use-command.ts'

/** Reads a file of an authority, shows what is in it and what stands against it, and proposes one of its certificates. */
export function ProposeForm({ jurisdictions }: { jurisdictions: readonly { id: string; title: Text }[] }): ReactNode {
  const words = useWords()
  const [isTooLarge, setTooLarge] = useState(false)
  const [chosen, choose] = useState('')
  const read = useMutation<{ items: AuthorityCandidate[] }, QueryProblem, File>({
    mutationFn: async file => ask(readAuthorities, { file: await readBase64(file) }),
    onSuccess: ({ items }) => choose(items.find(({ faults }) => faults.length === 0)?.fingerprint ?? ''),
  })
  const propose = useCommand(proposeAuthority, () => read.reset())
  const problem = propose.error?.problem ?? null
  const field = useFields(problem)
  const open = (file: File | undefined) => {
    propose.reset()
    read.reset()
    setTooLarge(file !== undefined && file.size > largestCertificateFile)
    if (file !== undefined && file.size > 0 && file.size <= largestCertificateFile) read.mutate(file)
  }
  const found = read.data?.items ?? []
  const one = found.find(({ fingerprint, faults }) => fingerprint === chosen && faults.length === 0)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (one === undefined) return
    const values = formValues(event.currentTarget)
    propose.mutate({
      certificate: one.certificate,
      level: values.text('level') === 'qualified' ? 'qualified' : 'advanced',
      jurisdiction: values.text('jurisdiction'),
      reason: values.text('reason'),
    })
  }
  return (
    <details className="more seals-propose">
      <summary>{words.say('seals.propose')}</summary>
      <p>{words.say('seals.propose-lead')}</p>
      {propose.isSuccess ? <Callout tone="done" title={words.say('seals.proposed')} live /> : null}
      <label className="field">
        <span>{words.say('seals.file')}</span>
        <input
          className="input"
          type="file"
          accept=".cer,.crt,.der,.pem,.p7b,.p7c,application/pkix-cert"
          onChange={event => open(event.currentTarget.files?.[0])}
        />
      </label>
      {isTooLarge ? (
        <p className="mistake" role="alert">
          {words.say('seals.file-large')}
        </p>
      ) : null}
      {read.error ? <RefusalNote problem={read.error.problem} /> : null}
      {found.length === 0 ? null : (
        <form onSubmit={send} noValidate>
          <fieldset className="seals-candidates">
            <legend>{words.say('seals.in-file')}</legend>
            {found.map(candidate => (
              <label key={candidate.fingerprint} className="seals-candidate">
                <input
                  type="radio"
                  name="candidate"
                  value={candidate.fingerprint}
                  checked={candidate.fingerprint === chosen}
                  disabled={candidate.faults.length > 0}
                  onChange={() => choose(candidate.fingerprint)}
                />
                <span>
                  <AuthorityFacts of={candidate} />
                  <span className="source">
                    {words.say('seals.between', {
                      from: words.day(candidate.from),
                      until: words.day(candidate.until),
                    })}
                  </span>
                  {candidate.faults.map(fault => (
                    <span key={fault} className="mistake seals-fault">
                      {words.say(`seals.fault.${fault}`)}
                    </span>
                  ))}
                </span>
              </label>
            ))}
          </fieldset>
          {one === undefined ? (
            <p role="status">{words.say('seals.none-fit')}</p>
          ) : (
            <>
              {problem ? <RefusalNote problem={problem} /> : null}
              <ChoiceField
                {...field('level')}
                label={words.say('seals.level')}
                hint={words.say('seals.level-hint')}
                value="advanced"
                options={(['advanced', 'qualified'] as const).map(value => ({
                  value,
                  text: words.say(`seals.level.${value}`),
                }))}
              />
              <SelectField
                {...field('jurisdiction')}
                label={words.say('seals.jurisdiction')}
                hint={words.say('seals.jurisdiction-hint')}
                value={jurisdictions[0]?.id ?? ''}
                none={words.say('clients.choose')}
                options={jurisdictions.map(({ id, title }) => ({ value: id, text: words.pick(title) }))}
              />
              <TextAreaField
                {...field('reason')}
                label={words.say('seals.propose-reason')}
                hint={words.say('seals.propose-reason-hint')}
                maxLength={500}
              />
              <BusyButton type="submit" className="button" busy={propose.isPending}>
                {words.say('seals.propose-do')}
              </BusyButton>
            </>
          )}
        </form>
      )}
    </details>
  )
}
