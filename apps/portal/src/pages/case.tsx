import { getOwnCase, rateCase, requestDuplicate } from '@tereze/cases/contract'
import { listOrganisations } from '@tereze/catalogue/contract'
import { listFitDocuments } from '@tereze/credentials/contract'
import { listOwnDocuments } from '@tereze/documents/contract'
import { listOwnMessages } from '@tereze/notifications/contract'
import type { OutputOf } from '@tereze/operation'
import { listOwnPayments } from '@tereze/payments/contract'
import { isProblem, type Problem } from '@tereze/ui-client'
import {
  Actions,
  Back,
  Button,
  ButtonLink,
  Callout,
  LinkRow,
  Links,
  Mistakes,
  Money,
  NextDate,
  Offer,
  Offers,
  Pane,
  RatingField,
  Reasons,
  Table,
  Tag,
  TextAreaField,
  Timeline,
  TimelineItem,
  Verdict,
} from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { actGround, actName, actSigned } from '../act-words.ts'
import { addresses } from '../addresses.ts'
import { withinPower } from '../beyond-power.ts'
import { Suspended, WhyThatDay } from '../case-deadline.tsx'
import { CaseFiles } from '../case-files.tsx'
import { gather } from '../gather.ts'
import { HiddenFields } from '../hidden-fields.tsx'
import { KnownFacts } from '../known-facts.tsx'
import { type Acted, type PageContext, page } from '../page.ts'
import { partyOf } from '../party.ts'
import { ProblemCallout } from '../problem-callout.tsx'
import { reasonNodes } from '../reasons.ts'
import { actOnSignatories, type NotAsked, Signatories } from '../signatories.tsx'
import type { TextKey } from '../texts.ts'
import { caseStatus, caseTone } from '../tones.ts'
import type { Ui } from '../ui.ts'

type Own = OutputOf<typeof getOwnCase>

interface CasePage {
  readonly own: Own
  readonly documents: OutputOf<typeof listOwnDocuments>['items']
  /** Those of them that a wallet may hold. */
  readonly fit: OutputOf<typeof listOwnDocuments>['items']
  readonly payments: OutputOf<typeof listOwnPayments>['items']
  readonly messages: OutputOf<typeof listOwnMessages>['items']
  readonly organisation: string
}

async function load({ client, params, visitor, language }: PageContext): Promise<CasePage | Problem> {
  const organisation = params.organisation ?? ''
  const id = params.case ?? ''
  const person = partyOf(visitor)
  const about = { person, organisation, case: id }
  const found = await gather({
    own: client.call(getOwnCase, { organisation, case: id }),
    documents: withinPower(client.call(listOwnDocuments, about), visitor),
    payments: withinPower(client.call(listOwnPayments, about), visitor),
    messages: withinPower(client.call(listOwnMessages, about), visitor),
    organisations: client.call(listOrganisations, {}),
  })
  if (isProblem(found)) return found
  const ids = found.documents.items.map(({ document }) => document)
  const fit =
    ids.length === 0 || visitor.person === null
      ? { items: [] }
      : await withinPower(client.call(listFitDocuments, { person: visitor.person, documents: ids }), visitor)
  if (isProblem(fit)) return fit
  const named = found.organisations.items.find(item => item.id === organisation)
  return {
    own: found.own,
    documents: found.documents.items,
    fit: found.documents.items.filter(({ document }) => fit.items.some(one => one.document === document)),
    payments: found.payments.items,
    messages: found.messages.items,
    organisation: named === undefined ? organisation : named.name[language],
  }
}

/** A mark that was not taken: what was given, and why not. */
interface Again {
  readonly rating: number
  readonly comment: string
  /** Null when no mark was chosen. */
  readonly problem: Problem | null
}

function ratingOf(form: URLSearchParams): Again {
  return { rating: Number(form.get('rating') ?? '0'), comment: form.get('comment')?.trim() ?? '', problem: null }
}

async function act(context: PageContext, form: URLSearchParams): Promise<Acted<Again | NotAsked>> {
  const { client, params } = context
  if (form.get('do') === 'ask' || form.get('do') === 'take-back') {
    const acted = await actOnSignatories(context, form)
    return 'asked' in acted ? { again: acted.asked } : acted
  }
  const organisation = params.organisation ?? ''
  const id = params.case ?? ''
  if (form.get('do') === 'duplicate') {
    const reply = await client.call(requestDuplicate, { organisation, case: id })
    return isProblem(reply) ? { problem: reply } : { redirect: `${addresses.case(organisation, id)}?done=duplicate` }
  }
  const { rating, comment } = ratingOf(form)
  if (!Number.isInteger(rating) || rating < 1 || rating > 5) return { again: { rating: 0, comment, problem: null } }
  const reply = await client.call(rateCase, {
    organisation,
    case: id,
    rating,
    ...(comment === '' ? {} : { comment: comment.slice(0, 2000) }),
  })
  if (!isProblem(reply)) return { redirect: `${addresses.case(organisation, id)}?done=rated` }
  return reply.kind === 'refused' && reply.status === 409
    ? { again: { rating, comment, problem: reply } }
    : { problem: reply }
}

const done: Partial<Record<string, TextKey>> = {
  rated: 'case.done.rated',
  appealed: 'case.done.appealed',
  corrected: 'case.done.corrected',
  answered: 'case.done.answered',
  signed: 'case.done.signed',
  duplicate: 'case.done.duplicate',
  'signatories-asked': 'case.done.signatories-asked',
  'request-taken-back': 'case.done.request-taken-back',
}

function view(data: CasePage, ui: Ui, left: Again | NotAsked | null): ReactNode {
  const again = left !== null && 'rating' in left ? left : null
  const asked = left !== null && 'chosen' in left ? left : null
  const { own } = data
  const { card } = own
  const said = done[ui.query.get('done') ?? '']
  return (
    <>
      <Back href={addresses.cases}>{ui.t('back.cases')}</Back>
      <h1>{ui.say(card.title)}</h1>
      <p className="row soft">
        <Tag tone={caseTone(card)}>{caseStatus(card, ui)}</Tag>
        <span>
          {data.organisation} · <span className="one-line">{ui.t('case.number', { number: card.number })}</span>
        </span>
      </p>
      {own.submitter === undefined ? null : (
        <p className="soft">{ui.t('case.submitter', { name: ui.say(own.submitter.name) })}</p>
      )}
      {said ? <Callout tone="done" title={ui.t(said)} live /> : null}
      {again !== null && again.rating === 0 ? (
        <Mistakes
          title={ui.t('form.mistakes', { count: 1 })}
          lines={[{ key: 'rating', name: 'rating', text: ui.t('case.rate.missing') }]}
        />
      ) : null}
      {again?.problem ? <ProblemCallout problem={again.problem} ui={ui} /> : null}
      {card.yourTask === null ? null : (
        <div className="above">
          <Callout tone="you" title={ui.say(card.yourTask.title)}>
            <p>{ui.t('case.task')}</p>
            <p>
              <ButtonLink href={addresses.task(card.organisation, card.case, card.yourTask.task)}>
                {ui.t('case.task.button')}
              </ButtonLink>
            </p>
          </Callout>
        </div>
      )}
      {own.deadline ? <Suspended deadline={own.deadline} ui={ui} /> : null}
      <div className="two">
        <div>
          <Signatories own={own} again={asked} ui={ui} />
          <Next own={own} ui={ui} />
          {card.outcome === null ? null : <Decision own={own} ui={ui} />}
          <Results data={data} ui={ui} />
          <h2>{ui.t('case.timeline')}</h2>
          <Timeline>
            {own.timeline.map((line, index) => (
              <TimelineItem
                key={`${line.at} ${line.text.en}`}
                at={line.at}
                when={ui.instant(line.at)}
                now={index === 0}
              >
                {ui.say(line.text)}
              </TimelineItem>
            ))}
          </Timeline>
          <Objection own={own} ui={ui} />
          <Rating own={own} again={again} ui={ui} />
          <Signatures own={own} ui={ui} />
          <CaseFiles own={own} ui={ui} />
          <Acts own={own} ui={ui} />
        </div>
        <aside className="side stack">
          <Messages messages={data.messages} ui={ui} />
          <Pane side>
            <h2>{ui.t('case.known')}</h2>
            <KnownFacts
              ui={ui}
              decided={card.outcome !== null}
              facts={own.facts.map((fact, index) => ({
                ...fact,
                key: `${fact.pointer} ${index}`,
                source: fact.source?.name ?? null,
                at: fact.source?.at ?? null,
              }))}
            />
            <div className="side-links">
              <a href={addresses.looks}>{ui.t('situation.looked')}</a>
            </div>
          </Pane>
        </aside>
      </div>
    </>
  )
}

function Next({ own, ui }: { own: Own; ui: Ui }): ReactNode {
  if (own.next === null && own.card.outcome !== null) return null
  // What is to be done then stands above: whom the applicant asks to sign.
  if (own.signing !== undefined && own.card.status === 'draft') return null
  const title = own.next === null ? ui.t('case.next.none') : ui.say(own.next.text)
  return (
    <NextDate date={own.next?.date ?? null} language={ui.language} tone="moving" title={title}>
      <p>
        {own.card.yourTask === null ? ui.t('case.holder', { holder: ui.say(own.holder) }) : ui.t('case.holder.you')}
      </p>
      {own.deadline && own.card.outcome === null ? <WhyThatDay deadline={own.deadline} ui={ui} /> : null}
    </NextDate>
  )
}

function Decision({ own, ui }: { own: Own; ui: Ui }): ReactNode {
  const { outcome } = own.card
  const yes = outcome === 'granted' || outcome === 'partly-granted'
  const returned = outcome === 'discontinued' ? own.acts.findLast(({ kind }) => kind === 'return') : undefined
  if (returned !== undefined) return <Returned own={own} act={returned} ui={ui} />
  return (
    <section>
      <h2>{ui.t('case.decision')}</h2>
      <Pane>
        <Verdict yes={yes}>{ui.t(`case.outcome.${outcome ?? 'discontinued'}.text`)}</Verdict>
        {own.reasons.length === 0 ? null : (
          <>
            <h3 className="above">{ui.t('case.why')}</h3>
            <Reasons reasons={reasonNodes(own.reasons, ui)} />
            <p className="above">
              <a href={addresses.annex(own.card.organisation, own.card.case)}>{ui.t('case.annex')}</a>
            </p>
          </>
        )}
      </Pane>
    </section>
  )
}

/** An application that went back for correction: what is to be put right, in the official's words, and where to apply again. */
function Returned({ own, act: line, ui }: { own: Own; act: Own['acts'][number]; ui: Ui }): ReactNode {
  return (
    <section>
      <h2>{ui.t('case.decision')}</h2>
      <Pane>
        <Verdict yes={false}>{ui.t('case.returned')}</Verdict>
        {line.groundText === undefined ? null : <p>{ui.say(line.groundText)}</p>}
        {line.text === null ? null : <blockquote className="quoted">{ui.say(line.text)}</blockquote>}
        <p className="above">{ui.t('case.returned.text')}</p>
        <ButtonLink href={addresses.entry('service', own.card.service)}>{ui.t('case.returned.again')}</ButtonLink>
      </Pane>
    </section>
  )
}

function Objection({ own, ui }: { own: Own; ui: Ui }): ReactNode {
  const { card, may, appealUntil } = own
  if (card.appeal !== 'none') {
    return (
      <div className="above">
        <Callout
          tone={card.appeal === 'open' ? 'moving' : card.appeal === 'upheld' ? 'done' : 'no'}
          title={ui.t(`case.appeal.${card.appeal}`)}
        />
      </div>
    )
  }
  if (!may.appeal && !may.correct) return null
  return (
    <section>
      {may.appeal ? <h2>{ui.t('case.objection')}</h2> : null}
      {may.appeal && appealUntil !== null ? (
        <p>{ui.t('case.objection.text', { until: ui.day(appealUntil, { role: 'until' }) })}</p>
      ) : null}
      <Actions>
        {may.appeal ? (
          <ButtonLink kind="quiet" href={addresses.appeal(card.organisation, card.case)}>
            {ui.t('case.appeal')}
          </ButtonLink>
        ) : null}
        {may.correct ? <a href={addresses.correct(card.organisation, card.case)}>{ui.t('case.correct')}</a> : null}
      </Actions>
    </section>
  )
}

function Rating({ own, again, ui }: { own: Own; again: Again | null; ui: Ui }): ReactNode {
  if (own.rating !== null) {
    return <p className="above soft">{ui.t('case.rated', { rating: own.rating })}</p>
  }
  if (!own.may.rate) return null
  return (
    <section id="rate" className="above">
      <form method="post" className="form">
        <HiddenFields ui={ui} />
        <RatingField
          name="rating"
          label={ui.t('case.rate')}
          hint={ui.t('case.rate.text')}
          value={again?.rating}
          mistake={again?.rating === 0 ? ui.t('case.rate.missing') : undefined}
          mistakeWord={ui.t('form.error')}
          worst={ui.t('case.rate.worst')}
          best={ui.t('case.rate.best')}
        />
        <TextAreaField
          name="comment"
          label={ui.t('case.rate.comment')}
          optional={ui.t('form.optional')}
          value={again?.comment ?? ''}
          maxLength={2000}
        />
        <Button kind="quiet">{ui.t('case.rate.send')}</Button>
      </form>
    </section>
  )
}

function Signatures({ own, ui }: { own: Own; ui: Ui }): ReactNode {
  const { signatures = [] } = own
  if (signatures.length === 0) return null
  return (
    <section>
      <h2>{ui.t('case.signatures')}</h2>
      {signatures.map(({ statement, kind, signer, at }) => (
        <p key={statement}>
          {ui.t(`sign.kind.${kind}`)}. {ui.t('sign.signed.text', { signer, at: ui.instant(at) })}
          <br />
          <a href={addresses.statementFile(statement)}>{ui.t('sign.download')}</a>
          {' · '}
          <a href={addresses.statementSignature(statement)}>{ui.t('sign.signature')}</a>
        </p>
      ))}
    </section>
  )
}

function Acts({ own, ui }: { own: Own; ui: Ui }): ReactNode {
  if (own.acts.length === 0) return null
  const lines = own.acts.map(act => ({ act, signed: actSigned(act, ui), ground: actGround(act, ui) }))
  const named = lines.some(({ signed }) => signed !== '')
  const grounded = lines.some(({ ground }) => ground !== '')
  return (
    <details className="more above">
      <summary>{ui.t('case.acts')}</summary>
      <Table
        caption={ui.t('case.acts')}
        captionHidden
        columns={[
          { key: 'what', head: ui.t('case.acts.what') },
          { key: 'number', head: ui.t('case.acts.number') },
          { key: 'date', head: ui.t('case.acts.date') },
          ...(named ? [{ key: 'signed', head: ui.t('case.acts.signed') }] : []),
          ...(grounded ? [{ key: 'ground', head: ui.t('case.acts.ground') }] : []),
        ]}
        rows={lines.map(({ act: line, signed, ground }) => ({
          key: line.act,
          cells: [
            actName(line, ui),
            line.number,
            ui.dayOf(line.at, { short: true }),
            ...(named ? [signed] : []),
            ...(grounded ? [ground] : []),
          ],
        }))}
      />
    </details>
  )
}

function Results({ data, ui }: { data: CasePage; ui: Ui }): ReactNode {
  return (
    <>
      {data.documents.length > 0 ? (
        <section>
          <h2>{ui.t('case.documents')}</h2>
          <Links>
            {data.documents.map(document => (
              <LinkRow
                key={document.document}
                href={addresses.documentFile(document.document)}
                title={ui.say(document.title)}
                aside={
                  <Tag tone={document.status === 'valid' ? 'done' : 'later'}>
                    {ui.t(`document.status.${document.status}`)}
                  </Tag>
                }
              >
                <p>{ui.t('documents.issued', { date: ui.dayOf(document.issuedAt) })}</p>
              </LinkRow>
            ))}
            {data.fit.map(document => (
              <LinkRow
                key={`wallet ${document.document}`}
                href={addresses.addToWallet(document.organisation, document.document)}
                title={ui.t('wallet.add')}
              >
                <p>{ui.say(document.title)}</p>
              </LinkRow>
            ))}
          </Links>
        </section>
      ) : null}
      <Duplicate own={data.own} ui={ui} />
      {data.payments.length > 0 ? (
        <section>
          <h2>{ui.t('case.payments')}</h2>
          <Offers>
            {data.payments.map(payment => (
              <Offer
                key={payment.payment}
                tone={payment.status === 'paid' ? 'done' : payment.status === 'rejected' ? 'no' : 'moving'}
                tag={ui.t(`payment.status.${payment.status}`)}
                title={<Money value={payment.amount} language={ui.language} />}
              >
                <p>
                  {ui.say(payment.purpose)}, {ui.t('payment.to', { account: payment.account })} ·{' '}
                  {ui.dayOf(payment.paidAt ?? payment.orderedAt)}
                </p>
              </Offer>
            ))}
          </Offers>
        </section>
      ) : null}
    </>
  )
}

function Duplicate({ own, ui }: { own: Own; ui: Ui }): ReactNode {
  if (own.may.duplicate !== true) return null
  return (
    <details className="more">
      <summary>{ui.t('case.duplicate')}</summary>
      <p>{ui.t('case.duplicate.text')}</p>
      <form method="post">
        <HiddenFields ui={ui} />
        <input type="hidden" name="do" value="duplicate" />
        <Button kind="quiet">{ui.t('case.duplicate.send')}</Button>
      </form>
    </details>
  )
}

function Messages({ messages, ui }: { messages: CasePage['messages']; ui: Ui }): ReactNode {
  if (messages.length === 0) return null
  return (
    <Pane side>
      <h2>{ui.t('case.messages')}</h2>
      <Links>
        {messages.map(message => (
          <LinkRow
            key={message.message}
            href={addresses.message(message.message)}
            title={message.title}
            unread={message.readAt === null}
          >
            <p>{ui.dayOf(message.sentAt)}</p>
          </LinkRow>
        ))}
      </Links>
    </Pane>
  )
}

/** One case: what is next and when, the decision and why, everything that belongs to it, and what one can do. */
export const caseOfPerson = page<CasePage, Again | NotAsked>({
  path: '/cases/:organisation/:case',
  signIn: true,
  forOrganisations: true,
  title: ({ own }, ui) => ui.say(own.card.title),
  load,
  act,
  keep: (_, form) => ratingOf(form),
  view,
})
