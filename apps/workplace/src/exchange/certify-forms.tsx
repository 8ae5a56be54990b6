import { importCertificate, issueCertificateOperation } from '@tereze/exchange/contract'
import { BusyButton, RefusalNote } from '@tereze/ui-app'
import { Callout } from '@tereze/ui-components'
import type { FormEvent, ReactNode } from 'react'
import { saveFile } from '../registers/loads/save-file.ts'
import { useWords } from '../words/words.ts'
import { useCommand } from './use-command.ts'

/** The fields of a form that was sent, without spaces around them. */
export const valuesOf = (event: FormEvent<HTMLFormElement>) => {
  event.preventDefault()
  const form = new FormData(event.currentTarget)
  return (name: string) => String(form.get(name) ?? '').trim()
}

function SystemField(): ReactNode {
  const words = useWords()
  return (
    <label className="field">
      <span>{words.say('certificates.system')}</span>
      <input className="input" name="system" required maxLength={63} pattern={'[a-z][a-z0-9\\-]*'} />
      <span className="hint">{words.say('certificates.system-hint')}</span>
    </label>
  )
}

/** A field for PEM. */
export function PemField({ name, label, required }: { name: string; label: string; required: boolean }): ReactNode {
  return (
    <label className="field">
      <span>{label}</span>
      <textarea className="input" name={name} rows={5} required={required} spellCheck={false} />
    </label>
  )
}

/** Certifies the key of an own system by the authority of this installation: from a request that the system made. */
export function IssueForm({ organisation }: { organisation: string }): ReactNode {
  const words = useWords()
  const issue = useCommand(issueCertificateOperation, ({ certificate, chain, serial }) =>
    saveFile(`${serial}.pem`, `${certificate.trim()}\n${chain}`, 'application/x-pem-file'),
  )
  const send = (event: FormEvent<HTMLFormElement>) => {
    const value = valuesOf(event)
    issue.mutate({ organisation, system: value('system'), request: value('request') })
  }
  return (
    <details className="more">
      <summary>{words.say('certificates.issue')}</summary>
      <form className="exchange-form" onSubmit={send}>
        <SystemField />
        <PemField name="request" label={words.say('certificates.request')} required />
        <BusyButton type="submit" className="button" busy={issue.isPending}>
          {words.say('certificates.issue')}
        </BusyButton>
      </form>
      {issue.error ? <RefusalNote problem={issue.error.problem} /> : null}
      {issue.isSuccess ? (
        <Callout tone="done" title={words.say('certificates.issued', { until: words.day(issue.data.until) })} live>
          <p>{words.say('certificates.issued-text', { date: words.day(issue.data.renew) })}</p>
        </Callout>
      ) : null}
    </details>
  )
}

/** Takes a certificate that an outside, trusted authority gave to an own system. */
export function ImportForm({ organisation }: { organisation: string }): ReactNode {
  const words = useWords()
  const bring = useCommand(importCertificate)
  const send = (event: FormEvent<HTMLFormElement>) => {
    const value = valuesOf(event)
    const chain = value('chain')
    bring.mutate({
      organisation,
      system: value('system'),
      certificate: value('certificate'),
      ...(chain === '' ? {} : { chain }),
    })
  }
  return (
    <details className="more">
      <summary>{words.say('certificates.import')}</summary>
      <form className="exchange-form" onSubmit={send}>
        <SystemField />
        <PemField name="certificate" label={words.say('certificates.certificate')} required />
        <PemField name="chain" label={words.say('certificates.chain')} required={false} />
        <BusyButton type="submit" className="button" busy={bring.isPending}>
          {words.say('certificates.import-send')}
        </BusyButton>
      </form>
      {bring.error ? <RefusalNote problem={bring.error.problem} /> : null}
      {bring.isSuccess ? (
        <Callout tone="done" title={words.say('certificates.imported', { until: words.day(bring.data.until) })} live />
      ) : null}
    </details>
  )
}
