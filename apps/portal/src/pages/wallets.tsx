import { type CredentialCard, listOwnCredentials, makeOffer, revokeOwnCredential } from '@tereze/credentials/contract'
import { type DocumentContent, getOwnDocument } from '@tereze/documents/contract'
import type { OutputOf } from '@tereze/operation'
import { isProblem, type Problem } from '@tereze/ui-client'
import { Actions, Back, Button, ButtonLink, Facts, PageState, Pane, QrCode, Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { HiddenFields } from '../hidden-fields.tsx'
import { page } from '../page.ts'
import { ProblemCallout } from '../problem-callout.tsx'
import type { Ui } from '../ui.ts'

type Credentials = OutputOf<typeof listOwnCredentials>

const tones = { valid: 'done', expired: 'later', revoked: 'no' } as const

function stateOf(card: CredentialCard, now: string): keyof typeof tones {
  if (card.revokedAt !== null) return 'revoked'
  return card.expiresAt <= now ? 'expired' : 'valid'
}

/** The key's name in groups that can be compared with what the wallet shows. */
const inGroups = (text: string) => text.replaceAll(/(.{8})(?=.)/g, '$1 ')

function InWallet({ card, now, ui }: { card: CredentialCard; now: string; ui: Ui }): ReactNode {
  const state = stateOf(card, now)
  const line = (label: string, value: ReactNode) => ({ key: label, label, value })
  return (
    <Pane>
      <h2>{ui.say(card.title)}</h2>
      <p>
        <Tag tone={tones[state]}>{ui.t(`wallet.state.${state}`)}</Tag>
      </p>
      <Facts
        wide
        lines={[
          line(
            ui.t('wallet.name'),
            card.wallet === null || card.wallet === 'wallet' ? ui.t('wallet.unnamed') : card.wallet,
          ),
          line(ui.t('wallet.key'), <span className="fingerprint">{inGroups(card.key)}</span>),
          line(ui.t('wallet.given'), ui.instant(card.issuedAt)),
          line(ui.t('wallet.until'), ui.dayOf(card.expiresAt, { year: true })),
          ...(card.revokedBecause === null
            ? []
            : [line(ui.t('wallet.why'), ui.t(`wallet.because.${card.revokedBecause}`))]),
        ]}
      />
      {state !== 'valid' ? null : (
        <form method="post">
          <HiddenFields ui={ui} />
          <input type="hidden" name="organisation" value={card.organisation} />
          <Actions>
            <Button kind="quiet" name="credential" value={card.credential}>
              {ui.t('wallet.revoke')}
            </Button>
          </Actions>
        </form>
      )}
    </Pane>
  )
}

/** Which of the person's results are in wallets; each can be revoked here. */
export const wallets = page<{ readonly held: Credentials; readonly now: string }, { readonly problem: Problem }>({
  path: '/documents/wallets',
  signIn: true,
  title: (_, ui) => ui.t('wallet.title'),
  async load({ client, visitor, query, now }) {
    const after = query.get('after')
    const held = await client.call(listOwnCredentials, {
      person: visitor.person ?? '',
      limit: 20,
      ...(after === null ? {} : { after }),
    })
    return isProblem(held) ? held : { held, now }
  },
  async act({ client, visitor }, form) {
    const problem = await client.call(revokeOwnCredential, {
      organisation: form.get('organisation') ?? '',
      credential: form.get('credential') ?? '',
      person: visitor.person ?? '',
    })
    return isProblem(problem) ? { again: { problem } } : { redirect: addresses.wallets }
  },
  view: ({ held: { items, next }, now }, ui, again) => (
    <>
      <Back href={addresses.documents}>{ui.t('documents.title')}</Back>
      {items.length === 0 ? (
        <PageState drawing="empty" title={ui.t('wallet.empty')}>
          <p className="lead">{ui.t('wallet.empty.text')}</p>
        </PageState>
      ) : (
        <>
          <h1>{ui.t('wallet.title')}</h1>
          {again === null ? null : <ProblemCallout problem={again.problem} ui={ui} />}
          <p className="lead">{ui.t('wallet.lead')}</p>
          <div className="stack above">
            {items.map(card => (
              <InWallet key={card.credential} card={card} now={now} ui={ui} />
            ))}
          </div>
        </>
      )}
      {next === null ? null : (
        <Actions>
          <ButtonLink kind="quiet" href={`${addresses.wallets}?after=${encodeURIComponent(next)}`}>
            {ui.t('list.more')}
          </ButtonLink>
        </Actions>
      )}
    </>
  ),
})

type Offer = OutputOf<typeof makeOffer>
type Left = { readonly offer: Offer } | { readonly problem: Problem }

function Code({ offer, ui }: { offer: Offer; ui: Ui }): ReactNode {
  return (
    <>
      <Pane>
        <h2>{ui.t('wallet.add.scan')}</h2>
        <QrCode text={offer.link} label={ui.t('wallet.add.scan')} />
        <h2>{ui.t('wallet.add.number')}</h2>
        <p className="reference">{offer.number}</p>
        <p className="soft">{ui.t('wallet.add.number.hint')}</p>
        <p className="soft small">{ui.t('wallet.add.until', { at: ui.instant(offer.expiresAt) })}</p>
      </Pane>
      <Actions>
        <ButtonLink href={offer.link}>{ui.t('wallet.add.open')}</ButtonLink>
      </Actions>
    </>
  )
}

/** Makes the code by which a wallet takes one result. */
export const addToWallet = page<{ readonly document: DocumentContent }, Left>({
  path: '/documents/wallets/:organisation/:document',
  signIn: true,
  title: (_, ui) => ui.t('wallet.add.title'),
  async load({ client, visitor, params }) {
    const document = await client.call(getOwnDocument, {
      person: visitor.person ?? '',
      document: params.document ?? '',
    })
    return isProblem(document) ? document : { document }
  },
  async act({ client, visitor, params }) {
    const offer = await client.call(makeOffer, {
      organisation: params.organisation ?? '',
      document: params.document ?? '',
      person: visitor.person ?? '',
    })
    if (!isProblem(offer)) return { again: { offer }, refused: false }
    const problem: Problem = offer
    return problem.kind === 'refused' && problem.status === 404 ? { again: { problem } } : { problem }
  },
  view: ({ document }, ui, left) => (
    <>
      <Back href={addresses.documents}>{ui.t('documents.title')}</Back>
      <h1>{ui.t('wallet.add.title')}</h1>
      <p className="lead">{ui.say(document.title)}</p>
      {left !== null && 'problem' in left ? <ProblemCallout problem={left.problem} ui={ui} /> : null}
      {left !== null && 'offer' in left ? <Code offer={left.offer} ui={ui} /> : <p>{ui.t('wallet.add.lead')}</p>}
      <form method="post">
        <HiddenFields ui={ui} />
        <Actions>
          <Button {...(left !== null && 'offer' in left ? { kind: 'quiet' as const } : {})}>
            {ui.t(left !== null && 'offer' in left ? 'wallet.add.again' : 'wallet.add.button')}
          </Button>
        </Actions>
      </form>
    </>
  ),
})
