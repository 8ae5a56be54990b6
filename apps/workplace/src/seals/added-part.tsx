import type { Text } from '@tereze/operation'
import { type AddedAuthority, confirmAuthority, withdrawAuthority } from '@tereze/signatures/contract'
import { Callout, Table, Tag, type Tone } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { ReasonDialog } from '../operator/reason-dialog.tsx'
import { useWords } from '../words/words.ts'
import { AuthorityFacts } from './authority-facts.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { titleOf } from './titles.ts'
import { useCommand } from './use-command.ts'

const tones: Readonly<Record<AddedAuthority['state'], Tone>> = { proposed: 'you', trusted: 'done', withdrawn: 'no' }

/** What became of one: who proposed, confirmed and withdrew it, when and why. */
function Story({ of }: { of: AddedAuthority }): ReactNode {
  const words = useWords()
  const moment = (at: string | null) => (at === null ? '' : words.moment(at))
  const proposed = { moment: moment(of.proposedAt), who: of.isOwn ? words.say('seals.you') : of.proposedBy }
  return (
    <>
      <Tag tone={tones[of.state]}>{words.say(`seals.added.${of.state}`)}</Tag>
      <span className="source seals-print">{words.say('seals.proposed-by', { ...proposed, reason: of.because })}</span>
      {of.confirmedAt === null ? null : (
        <span className="source seals-print">
          {words.say('seals.confirmed-by', { moment: moment(of.confirmedAt), who: of.confirmedBy ?? '' })}
        </span>
      )}
      {of.withdrawnAt === null ? null : (
        <span className="source seals-print">
          {words.say('seals.withdrawn-by', {
            moment: moment(of.withdrawnAt),
            who: of.withdrawnBy ?? '',
            reason: of.withdrawnBecause ?? '',
          })}
        </span>
      )}
      {of.state === 'proposed' && of.isOwn ? <span className="source">{words.say('seals.other-confirms')}</span> : null}
    </>
  )
}

/** Authorities that people added from a file: who trusts them since when, what waits for a second person, what was withdrawn and why. */
export function AddedPart(of: {
  added: readonly AddedAuthority[]
  jurisdictions: readonly { readonly id: string; readonly title: Text }[]
  mayDecide: boolean
  children: ReactNode
}): ReactNode {
  const words = useWords()
  const [confirming, confirmOne] = useState<AddedAuthority | null>(null)
  const [withdrawing, withdrawOne] = useState<AddedAuthority | null>(null)
  const holderOf = (authority: string) => of.added.find(({ id }) => id === authority)?.holder ?? authority
  const confirm = useCommand(
    confirmAuthority,
    () => confirmOne(null),
    ({ authority, fingerprint }) => ({
      title: titleOf('seals.confirm-signed'),
      lines: [
        { label: words.say('seals.whose'), value: holderOf(authority) },
        { label: words.say('seals.line.fingerprint'), value: fingerprint },
      ],
    }),
  )
  const withdraw = useCommand(
    withdrawAuthority,
    () => withdrawOne(null),
    ({ authority, reason }) => ({
      title: titleOf('seals.withdraw-signed'),
      lines: [
        { label: words.say('seals.whose'), value: holderOf(authority) },
        { label: words.say('seals.line.reason'), value: reason },
      ],
    }),
  )
  const begin = (open: () => void) => {
    confirm.reset()
    withdraw.reset()
    open()
  }
  const deeds = (one: AddedAuthority) =>
    !of.mayDecide || one.state === 'withdrawn' ? null : (
      <span className="seals-deeds">
        {one.state === 'proposed' && !one.isOwn ? (
          <button
            type="button"
            className="button button-small"
            aria-label={words.say('seals.confirm-whose', { holder: one.holder })}
            onClick={() => begin(() => confirmOne(one))}
          >
            {words.say('seals.confirm')}
          </button>
        ) : null}
        <button
          type="button"
          className="button button-quiet button-small"
          aria-label={words.say('seals.withdraw-whose', { holder: one.holder })}
          onClick={() => begin(() => withdrawOne(one))}
        >
          {words.say('seals.withdraw')}
        </button>
      </span>
    )
  return (
    <section aria-labelledby="seals-added">
      <h2 id="seals-added">{words.say('seals.added')}</h2>
      <p className="soft">{words.say('seals.added-lead')}</p>
      {confirm.isSuccess ? <Callout tone="done" title={words.say('seals.confirmed')} live /> : null}
      {withdraw.isSuccess ? <Callout tone="done" title={words.say('seals.withdrawn')} live /> : null}
      {of.added.length === 0 ? (
        <p>{words.say('seals.added-none')}</p>
      ) : (
        <Table
          caption={words.say('seals.added')}
          captionHidden
          columns={[
            { key: 'whose', head: words.say('seals.whose') },
            { key: 'level', head: words.say('seals.level') },
            { key: 'term', head: words.say('seals.term') },
            { key: 'state', head: words.say('seals.state') },
          ]}
          rows={of.added.map(one => {
            const title = of.jurisdictions.find(({ id }) => id === one.jurisdiction)?.title
            return {
              key: one.id,
              cells: [
                <AuthorityFacts key="facts" of={one} />,
                <>
                  {words.say(`seals.level.${one.level}`)}
                  <span className="source">{title === undefined ? one.jurisdiction : words.pick(title)}</span>
                </>,
                words.say('seals.between', { from: words.day(one.from), until: words.day(one.until) }),
                <>
                  <Story of={one} />
                  {deeds(one)}
                </>,
              ],
            }
          })}
        />
      )}
      {of.children}
      {confirming === null ? null : (
        <ConfirmDialog
          authority={confirming}
          busy={confirm.isPending}
          problem={confirm.error?.problem ?? null}
          close={() => confirmOne(null)}
          confirm={fingerprint => confirm.mutate({ authority: confirming.id, fingerprint })}
        />
      )}
      {withdrawing === null ? null : (
        <ReasonDialog
          title={words.say('seals.withdraw-title', { holder: withdrawing.holder })}
          action={words.say('seals.withdraw')}
          hint={words.say('seals.withdraw-hint')}
          busy={withdraw.isPending}
          problem={withdraw.error?.problem ?? null}
          close={() => withdrawOne(null)}
          confirm={reason => withdraw.mutate({ authority: withdrawing.id, reason: reason.slice(0, 500) })}
        >
          <p>{words.say('seals.withdraw-text')}</p>
        </ReasonDialog>
      )}
    </section>
  )
}
