import { listFitDocuments } from '@tereze/credentials/contract'
import { listOwnDocuments } from '@tereze/documents/contract'
import type { OutputOf } from '@tereze/operation'
import { isProblem } from '@tereze/ui-client'
import { ButtonLink, PageState, Pane, QrCode, Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { type CaseNames, caseName, readCaseNames } from '../case-names.ts'
import { page } from '../page.ts'
import { partyOf } from '../party.ts'
import type { Ui } from '../ui.ts'

type Documents = OutputOf<typeof listOwnDocuments>

const tones = { valid: 'done', replaced: 'later', revoked: 'no' } as const

/** Documents with the cases that they come from, and which of them a wallet may hold. */
interface Listed {
  readonly documents: Documents
  readonly fit: ReadonlySet<string>
  readonly cases: CaseNames
}

function view({ documents: { items, next }, fit, cases }: Listed, ui: Ui): ReactNode {
  if (items.length === 0) {
    return (
      <PageState drawing="empty" title={ui.t('documents.empty')}>
        <p className="lead">{ui.t('documents.empty.text')}</p>
      </PageState>
    )
  }
  return (
    <>
      <h1>{ui.t('documents.title')}</h1>
      <p className="lead">{ui.t('documents.lead')}</p>
      {ui.visitor.person === null ? null : (
        <p>
          <a href={addresses.wallets}>{ui.t('wallet.all')}</a>
        </p>
      )}
      <div className="stack above">
        {items.map(document => (
          <Pane key={document.document}>
            <div className="paper">
              <div>
                <Tag tone={tones[document.status]}>{ui.t(`document.status.${document.status}`)}</Tag>
                <h2>{ui.say(document.title)}</h2>
                <About name={caseName(document.case, cases, ui)} />
                <p className="soft small">{ui.t('documents.issued', { date: ui.dayOf(document.issuedAt) })}</p>
                <div className="actions">
                  <ButtonLink kind="quiet" icon="document" href={addresses.documentFile(document.document)}>
                    {ui.t('documents.open')}
                  </ButtonLink>
                  <a href={addresses.verified(document.reference)}>{ui.t('documents.check')}</a>
                  <a href={addresses.documentSignature(document.document)}>{ui.t('documents.signature')}</a>
                  {fit.has(document.document) ? (
                    <a href={addresses.addToWallet(document.organisation, document.document)}>{ui.t('wallet.add')}</a>
                  ) : null}
                </div>
              </div>
              <QrCode text={`${ui.origin}${addresses.verified(document.reference)}`} label={ui.t('documents.check')}>
                <span className="reference">{document.reference}</span>
              </QrCode>
            </div>
          </Pane>
        ))}
      </div>
      {next === null ? null : (
        <div className="actions">
          <ButtonLink kind="quiet" href={`${addresses.documents}?after=${encodeURIComponent(next)}`}>
            {ui.t('list.more')}
          </ButtonLink>
        </div>
      )}
    </>
  )
}

function About({ name }: { name: string | null }): ReactNode {
  return name === null ? null : <p className="soft small">{name}</p>
}

/** The person's documents from all bodies, each with the code by which anyone checks it. */
export const documents = page<Listed>({
  path: '/documents',
  signIn: true,
  forOrganisations: true,
  title: (_, ui) => ui.t('documents.title'),
  async load(context) {
    const { client, visitor, query } = context
    const after = query.get('after')
    const [reply, cases] = await Promise.all([
      client.call(listOwnDocuments, {
        person: partyOf(visitor),
        limit: 20,
        ...(after === null ? {} : { after }),
      }),
      readCaseNames(context),
    ])
    if (isProblem(reply)) return reply
    const listed = reply.items.map(({ document }) => document)
    const fit =
      visitor.person === null
        ? { items: [] }
        : await client.call(listFitDocuments, { person: visitor.person, documents: listed })
    return isProblem(fit) ? fit : { documents: reply, fit: new Set(fit.items.map(({ document }) => document)), cases }
  },
  view,
})
