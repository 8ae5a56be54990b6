import { listOwnMessages, readMessage } from '@tereze/notifications/contract'
import type { OutputOf } from '@tereze/operation'
import { isProblem, type Problem, refusalProblem } from '@tereze/ui-client'
import { Back, ButtonLink, LinkRow, Links, PageState, Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { type CaseNames, caseName, readCaseNames } from '../case-names.ts'
import { actionAddress } from '../message-action.ts'
import { type PageContext, page } from '../page.ts'
import { partyOf } from '../party.ts'
import type { Ui } from '../ui.ts'

type Messages = OutputOf<typeof listOwnMessages>
type Message = Messages['items'][number]

/** Messages with the cases that they are about. */
interface Listed {
  readonly messages: Messages
  readonly cases: CaseNames
}

function listView({ messages: { items, next }, cases }: Listed, ui: Ui): ReactNode {
  if (items.length === 0) {
    return (
      <PageState drawing="empty" title={ui.t('messages.empty')}>
        <p className="lead">{ui.t('messages.empty.text')}</p>
        <p>
          <a href={addresses.writing}>{ui.t('writing.title')}</a>
        </p>
      </PageState>
    )
  }
  return (
    <>
      <h1>{ui.t('messages.title')}</h1>
      <p>
        <a href={addresses.writing}>{ui.t('writing.title')}</a>
      </p>
      <Links>
        {items.map(message => (
          <LinkRow
            key={message.message}
            href={addresses.message(message.message)}
            title={message.title}
            aside={message.readAt === null ? <Tag tone="you">{ui.t('messages.new')}</Tag> : null}
          >
            <About name={caseName(message.case, cases, ui)} />
            <p>{ui.instant(message.sentAt)}</p>
          </LinkRow>
        ))}
      </Links>
      {next === null ? null : (
        <div className="actions">
          <ButtonLink kind="quiet" href={`${addresses.messages}?after=${encodeURIComponent(next)}`}>
            {ui.t('list.more')}
          </ButtonLink>
        </div>
      )}
    </>
  )
}

function About({ name }: { name: string | null }): ReactNode {
  return name === null ? null : <p>{name}</p>
}

/** The person's messages from all bodies. */
export const messages = page<Listed>({
  path: '/messages',
  signIn: true,
  forOrganisations: true,
  title: (_, ui) => ui.t('messages.title'),
  async load(context) {
    const { client, visitor, query } = context
    const after = query.get('after')
    const [reply, cases] = await Promise.all([
      client.call(listOwnMessages, {
        person: partyOf(visitor),
        limit: 50,
        ...(after === null ? {} : { after }),
      }),
      readCaseNames(context),
    ])
    return isProblem(reply) ? reply : { messages: reply, cases }
  },
  view: listView,
})

/** Messages are few for one person; the wanted one is looked for page by page. */
async function find({ client, visitor, params }: PageContext): Promise<Message | Problem> {
  let after: string | null = null
  do {
    const reply: Messages | Problem = await client.call(listOwnMessages, {
      person: partyOf(visitor),
      limit: 200,
      ...(after === null ? {} : { after }),
    })
    if (isProblem(reply)) return reply
    const found = reply.items.find(message => message.message === params.message)
    if (found !== undefined) return found
    after = reply.next
  } while (after !== null)
  return refusalProblem({
    type: 'about:blank',
    status: 404,
    code: 'notifications.message-not-found',
    title: '',
    detail: null,
    pointer: '',
    params: {},
    also: [],
    remedy: null,
    requestId: null,
  })
}

async function load(context: PageContext): Promise<Message | Problem> {
  const message = await find(context)
  if (isProblem(message) || message.readAt !== null) return message
  const read = await context.client.call(readMessage, { organisation: message.organisation, message: message.message })
  return isProblem(read) && read.kind === 'signed-out' ? read : message
}

/** How far a message came by a channel, why no farther, and instead of which one it was tried. */
function travelWords({ channel, state, problem, insteadOf }: Message['deliveries'][number], ui: Ui): string {
  const why = state === 'failed' && problem !== null ? ui.t(`messages.problem.${problem}`) : null
  const instead =
    insteadOf === null ? null : ui.t('messages.instead', { channel: ui.t(`messages.channel.${insteadOf}`) })
  const said = [ui.t(`messages.delivery.${state}`), why, instead].flatMap(part => part ?? [])
  return `${ui.t(`messages.channel.${channel}`)}: ${said.join('; ')}`
}

/** Since when what is legally significant counts as delivered, or until when it will; null where it is not significant. */
function deliveredWords({ delivered }: Message, ui: Ui): string | null {
  if (delivered === null) return null
  const { at, by, latest } = delivered
  if (at !== null && by !== null) return ui.t(`messages.delivered.${by}`, { at: ui.instant(at) })
  return latest === null ? null : ui.t('messages.delivered.latest', { at: ui.instant(latest) })
}

function view(message: Message, ui: Ui): ReactNode {
  const delivered = deliveredWords(message, ui)
  const travelled = message.deliveries.filter(delivery => delivery.channel !== 'cabinet')
  return (
    <>
      <Back href={addresses.messages}>{ui.t('back.messages')}</Back>
      <h1>{message.title}</h1>
      <p className="soft small">
        {ui.instant(message.sentAt)}
        {delivered === null ? null : <> · {delivered}</>}
      </p>
      <div className="letter" lang={message.language}>
        {message.text.split(/\n{2,}/).map(paragraph => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      {message.actions.length > 0 ? (
        <div className="actions">
          {message.actions.map((action, index) => (
            <ButtonLink
              key={action.id}
              kind={index === 0 ? 'primary' : 'quiet'}
              href={actionAddress(action.to, message.organisation, message.case)}
            >
              {action.text}
            </ButtonLink>
          ))}
        </div>
      ) : message.case === null ? null : (
        <div className="actions">
          <ButtonLink kind="quiet" href={addresses.case(message.organisation, message.case)}>
            {ui.t('messages.case')}
          </ButtonLink>
        </div>
      )}
      {travelled.length > 0 ? (
        <div className="small soft above">
          <p>{ui.t('messages.sent')}</p>
          <ul>
            {travelled.map(delivery => (
              <li key={delivery.channel}>{travelWords(delivery, ui)}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}

/** One message; opening it marks it as read. */
export const message = page<Message>({
  path: '/messages/:message',
  signIn: true,
  forOrganisations: true,
  title: ({ title }) => title,
  load,
  view,
})
