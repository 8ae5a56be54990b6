import { type Certificate, certifyTesting } from '@tereze/studio/contract'
import { BusyButton, commandOf, RefusalNote } from '@tereze/ui-app'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'
import type { Bench } from './bench-page.tsx'

const useCommand = commandOf('studio')

/** Who tried the draft and what came of it; whoever wrote none of it says so here. */
export function CertificatesPane({
  bench,
  of,
}: {
  bench: Bench
  of: { organisation: string; draft: string }
}): ReactNode {
  const { say } = useWords()
  return (
    <section aria-labelledby="bench-certificates">
      <h2 id="bench-certificates">{say('certificate.title')}</h2>
      <p className="soft">{say('certificate.about')}</p>
      <Certificates list={bench.certificates} />
      {bench.may.certify ? <CertifyForm revision={bench.revision} of={of} /> : null}
    </section>
  )
}

/** Certificates of user testing, the newest first. */
export function Certificates({ list }: { list: readonly Certificate[] }): ReactNode {
  const words = useWords()
  const { say } = words
  if (list.length === 0) return <p className="soft">{say('certificate.none')}</p>
  return (
    <ul className="bench-stories">
      {list.map(one => (
        <li key={one.certificate} className="pane">
          <p>
            <strong>{say(one.passed ? 'certificate.passed' : 'certificate.failed', { count: one.testers })}</strong>{' '}
            {one.fresh ? null : <span className="soft">{say('certificate.stale')}</span>}
          </p>
          <p className="publication-notes">{one.tried}</p>
          <p className="publication-notes">{one.found}</p>
          <p className="soft">
            {say('certificate.by', {
              moment: words.moment(one.at, { year: false }),
              name: one.by.name === null ? one.by.official : words.name(one.by.name),
            })}
          </p>
        </li>
      ))}
    </ul>
  )
}

function CertifyForm({ revision, of }: { revision: number; of: { organisation: string; draft: string } }): ReactNode {
  const { say } = useWords()
  const certify = useCommand(certifyTesting)
  const [passed, setPassed] = useState<boolean | null>(null)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const said = new FormData(form)
    if (passed === null) return
    certify.mutate(
      {
        ...of,
        revision,
        passed,
        tried: String(said.get('tried')),
        found: String(said.get('found')),
        testers: Number(said.get('testers')),
      },
      { onSuccess: () => form.reset() },
    )
  }
  return (
    <form className="pane bench-certify" onSubmit={send}>
      <h3>{say('certificate.write')}</h3>
      <label className="field">
        <span>{say('certificate.tried')}</span>
        <textarea className="input" name="tried" rows={3} minLength={10} maxLength={5000} required />
      </label>
      <label className="field">
        <span>{say('certificate.testers')}</span>
        <input className="input" name="testers" type="number" min={1} max={10000} required />
      </label>
      <label className="field">
        <span>{say('certificate.found')}</span>
        <textarea className="input" name="found" rows={3} minLength={3} maxLength={5000} required />
      </label>
      <fieldset className="bench-choice">
        <legend>{say('certificate.result')}</legend>
        {([true, false] as const).map(value => (
          <label key={String(value)}>
            <input type="radio" name="passed" required checked={passed === value} onChange={() => setPassed(value)} />{' '}
            {say(value ? 'certificate.yes' : 'certificate.no')}
          </label>
        ))}
      </fieldset>
      <BusyButton type="submit" className="button" busy={certify.isPending}>
        {say('certificate.do')}
      </BusyButton>
      {certify.error === null ? null : <RefusalNote problem={certify.error.problem} />}
    </form>
  )
}
