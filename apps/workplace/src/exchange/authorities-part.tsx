import { useQuery } from '@tanstack/react-query'
import { distrustAuthority, listAuthorities, type TrustedAuthority, trustAuthority } from '@tereze/exchange/contract'
import { ask, BusyButton, Failure, RefusalNote } from '@tereze/ui-app'
import { Callout, Table, Tag } from '@tereze/ui-components'
import { type FormEvent, type ReactNode, useState } from 'react'
import { ReasonDialog } from '../operator/reason-dialog.tsx'
import { useWords } from '../words/words.ts'
import { PemField, valuesOf } from './certify-forms.tsx'
import { exchangeKey, useCommand } from './use-command.ts'

function TextField({ name, label, pattern }: { name: string; label: string; pattern?: string }): ReactNode {
  return (
    <label className="field">
      <span>{label}</span>
      <input className="input" name={name} required={pattern !== undefined} maxLength={1900} pattern={pattern} />
    </label>
  )
}

/** Trusts an outside authority, or changes how one is asked. */
function TrustForm(): ReactNode {
  const words = useWords()
  const trust = useCommand(trustAuthority)
  const send = (event: FormEvent<HTMLFormElement>) => {
    const value = valuesOf(event)
    const address = (name: string) => (value(name) === '' ? null : value(name))
    trust.mutate({
      authority: value('authority'),
      certificate: value('certificate'),
      addresses: { list: address('list'), ocsp: address('ocsp') },
      whenUnknown: value('unknown') === 'refuse' ? 'refuse' : 'take',
    })
  }
  return (
    <details className="more">
      <summary>{words.say('authorities.trust')}</summary>
      <form className="exchange-form" onSubmit={send}>
        <TextField name="authority" label={words.say('authorities.id')} pattern={'[a-z][a-z0-9\\-]*'} />
        <PemField name="certificate" label={words.say('authorities.certificate')} required />
        <TextField name="list" label={words.say('authorities.list')} />
        <TextField name="ocsp" label={words.say('authorities.ocsp')} />
        <label className="field">
          <span>{words.say('authorities.when-unknown')}</span>
          <select className="input" name="unknown">
            <option value="take">{words.say('authorities.take')}</option>
            <option value="refuse">{words.say('authorities.refuse')}</option>
          </select>
        </label>
        <BusyButton type="submit" className="button" busy={trust.isPending}>
          {words.say('authorities.trust')}
        </BusyButton>
      </form>
      {trust.error ? <RefusalNote problem={trust.error.problem} /> : null}
      {trust.isSuccess ? (
        <Callout tone="done" title={words.say('authorities.done', { until: words.day(trust.data.until) })} live />
      ) : null}
    </details>
  )
}

function Answers({ of: { answered, fault, since } }: { of: TrustedAuthority }): ReactNode {
  const words = useWords()
  return (
    <>
      {words.say(answered === null ? 'authorities.never' : 'authorities.answered', {
        time: answered === null ? '' : words.moment(answered),
      })}
      {fault === null || since === null ? null : (
        <span className="source">
          {words.say('authorities.fault', {
            time: words.moment(since),
            fault: words.say(`authorities.fault.${fault}`),
          })}
        </span>
      )}
    </>
  )
}

/** Outside authorities: whether they are trusted, what they say of the certificates of members, and whether they answer at all. */
export function AuthoritiesPart(): ReactNode {
  const words = useWords()
  const [distrusting, distrustOne] = useState<TrustedAuthority | null>(null)
  const query = useQuery({
    queryKey: [exchangeKey, 'authorities'],
    queryFn: ({ signal }) => ask(listAuthorities, {}, { signal }),
  })
  const distrust = useCommand(distrustAuthority, () => distrustOne(null))
  const items = query.data?.items ?? []
  return (
    <section className="exchange-authorities">
      <h2>{words.say('authorities.title')}</h2>
      <p>{words.say('authorities.lead')}</p>
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.isSuccess && items.length === 0 ? <p className="soft">{words.say('authorities.none')}</p> : null}
      {items.length === 0 ? null : (
        <Table
          caption={words.say('authorities.title')}
          captionHidden
          columns={[
            { key: 'authority', head: words.say('certificates.authority') },
            { key: 'certificates', head: words.say('authorities.certificates') },
            { key: 'answer', head: words.say('authorities.answer') },
            { key: 'state', head: words.say('exchange.access.state') },
          ]}
          rows={items.map(one => ({
            key: one.authority,
            cells: [
              <>
                {one.authority}
                <span className="source">{one.subject}</span>
              </>,
              words.say('authorities.counts', {
                count: one.certificates,
                revoked: one.revoked,
                unknown: one.unknown,
              }),
              <Answers key="answer" of={one} />,
              <>
                <Tag tone={one.untrusted === null ? 'done' : 'no'}>
                  {words.say(one.untrusted === null ? 'authorities.trusted' : 'authorities.untrusted')}
                </Tag>
                <span className="source">
                  {one.untrusted?.why ??
                    words.say(one.whenUnknown === 'refuse' ? 'authorities.strict' : 'authorities.lenient')}
                </span>
                {one.untrusted === null ? (
                  <button
                    type="button"
                    className="button button-quiet button-small"
                    aria-label={words.say('authorities.distrust-whose', { authority: one.authority })}
                    onClick={() => distrustOne(one)}
                  >
                    {words.say('authorities.distrust')}
                  </button>
                ) : null}
              </>,
            ],
          }))}
        />
      )}
      <TrustForm />
      {distrusting === null ? null : (
        <ReasonDialog
          title={words.say('authorities.distrust-title')}
          action={words.say('authorities.distrust')}
          hint={words.say('exchange.reason-hint')}
          busy={distrust.isPending}
          problem={distrust.error?.problem ?? null}
          close={() => distrustOne(null)}
          confirm={reason => distrust.mutate({ authority: distrusting.authority, reason: reason.slice(0, 500) })}
        >
          <p>{words.say('authorities.distrust-text', { authority: distrusting.authority })}</p>
        </ReasonDialog>
      )}
    </section>
  )
}
