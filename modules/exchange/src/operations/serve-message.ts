import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { isErased, keyring } from '@tereze/foundation-keys'
import { type Context, findProblems, handle, localDate } from '@tereze/foundation-operations'
import { isRefused, type Refused, refuse } from '@tereze/operation'
import { recordExists, recordInvalid, registerRecord } from '@tereze/registers/contract'
import { evaluateJson, evaluator, fillTemplate, type Moment } from '@tereze/template'
import {
  bodyInvalid,
  contractNotFound,
  ExchangeMessage,
  type ExchangeReply,
  factKnownOtherwise,
  messageIdReused,
  messageMalformed,
  messageReceived,
  messageRefused,
  messageStale,
  rateExceeded,
  serveMessage,
  servicePaused,
  signatureInvalid,
} from '../contract/message.ts'
import type { SentFile } from '../contract/sent-file.ts'
import { operator } from '../rules/certificate.ts'
import {
  type ContractDefinition,
  isTopic,
  type Serves,
  type ServesFrom,
  type ServesTopic,
} from '../rules/contract-definition.ts'
import { refuseFiles } from '../rules/decide-file.ts'
import { hashOfContent } from '../rules/hash-of-content.ts'
import { hashOfJws } from '../rules/log-leaf.ts'
import { createRateLimit } from '../rules/rate-limit.ts'
import { messageType, peekMessage, replyType } from '../rules/read-message.ts'
import { findService } from '../rules/service-version.ts'
import { keptUntil } from '../rules/term.ts'
import { topicFiles } from '../rules/topic-files.ts'
import { answerWithFiles, askOutside } from '../serving/ask-outside.ts'
import { findFacts } from '../serving/find-facts.ts'
import { judgeSigner, refuseCertificate, verifySigned } from '../serving/judge-signer.ts'
import { requireConsent } from '../serving/require-consent.ts'
import { updateAnswered } from '../store/answer-files.ts'
import { bindFiles, findReceivedFiles } from '../store/files.ts'
import { type FollowedRow, findFollowed } from '../store/followed.ts'
import { type Earlier, findReceived, insertMessage, lockMessage } from '../store/messages.ts'
import { readStanding, type Standing } from '../store/standing.ts'
import { serveTopic } from '../topics/serve-topic.ts'
import { takeDelivery } from '../topics/take-delivery.ts'

const rates = createRateLimit()

/** Refuses while the service is closed for maintenance, and a member that asks more often than it may. */
function refuseBusy(
  { contract: service, consumer, provider }: ExchangeMessage,
  { limit }: ContractDefinition,
  { pausedUntil }: Standing,
  now: Date,
) {
  if (pausedUntil !== null)
    return refuse(servicePaused, { params: { contract: service, provider, until: pausedUntil } })
  const wait = limit === undefined ? 0 : rates.take(`${provider}/${service}/${consumer}`, limit.perMinute, now)
  if (wait === 0 || limit === undefined) return null
  return refuse(rateExceeded, { params: { contract: service, perMinute: limit.perMinute, seconds: wait } })
}

/** How far a message's time may be from ours. */
const toleranceMilliseconds = 15 * 60_000

function parseMessage(payload: string): ExchangeMessage | null {
  try {
    const value: unknown = JSON.parse(payload)
    // What the body holds is for its contract to judge, which names the places.
    const wrong = findProblems(ExchangeMessage, value).filter(({ pointer }) => !pointer.startsWith('/body/'))
    return wrong.length === 0 ? (value as ExchangeMessage) : null
  } catch {
    return null
  }
}

function subjectsOf(
  contract: ContractDefinition,
  message: ExchangeMessage,
  facts: Readonly<Record<string, unknown>>,
  moment: Moment,
): string[] {
  const found = contract.subjects.flatMap(expression => evaluateJson(expression, facts, moment))
  return [
    ...new Set([...(message.subjects ?? []), ...found].filter((id): id is string => typeof id === 'string')),
  ].slice(0, 50)
}

type Facts = Readonly<Record<string, unknown>>
type WithRegisters = ContractDefinition & { readonly serves: Exclude<Serves, ServesFrom | ServesTopic> }

function isFromOutside(contract: ContractDefinition): contract is ContractDefinition & { readonly serves: ServesFrom } {
  return 'from' in contract.serves
}

function needsConsent(
  contract: ContractDefinition,
): contract is ContractDefinition & { readonly consent: NonNullable<ContractDefinition['consent']> } {
  return contract.consent !== undefined
}

/** Refuses the message for the first condition of the contract that does not hold. */
function refuseUnmet(contract: ContractDefinition, facts: Facts, moment: Moment): Refused<string> | null {
  for (const { when, refusal, pointer } of contract.serves.requires ?? []) {
    if (evaluateJson(when, facts, moment) === true) continue
    return refuse(messageRefused, {
      pointer: `/body${pointer ?? ''}`,
      params: { contract: contract.id, reason: refusal },
      also: [{ pointer: `/body${pointer ?? ''}`, code: `contract.${contract.id}.${refusal}` }],
    })
  }
  return null
}

/** Carries out a contract: the record, or the answer. */
async function carryOut(
  context: Context,
  contract: WithRegisters,
  message: ExchangeMessage,
  facts: Facts,
  moment: Moment,
): Promise<unknown> {
  const { serves } = contract
  if ('answer' in serves) return fillTemplate(serves.answer, evaluator(facts, moment), { nulls: 'keep' })
  const written = await context.call(registerRecord, {
    organisation: contract.provider,
    register: serves.register,
    data: fillTemplate(serves.record, evaluator(facts, moment)) as Record<string, unknown>,
    source: { kind: 'exchange', reference: message.id, organisation: message.consumer },
    under: `contract:${message.contract}`,
  })
  if (!isRefused(written)) return { accepted: true }
  if (written.code === recordExists.code) return refuse(factKnownOtherwise, { pointer: '/body' })
  if (written.code === recordInvalid.code) return refuse(bodyInvalid, { pointer: '/body', also: written.also })
  throw new Error(`contract ${contract.id} cannot write to ${serves.register}: ${written.code}`)
}

/** What serving a message goes by. */
interface Serving {
  readonly message: ExchangeMessage
  readonly hash: Buffer
  readonly facts: Facts
  readonly moment: Moment
  readonly ground: string
  /** Whether it is the publisher of a topic who tells, and what the receiver knows of its subscription. */
  readonly isTold: boolean
  readonly followed: FollowedRow | null
}

/** What is answered; the persons it is about where the contract does not say it, and its files. */
interface Given {
  readonly body: unknown
  readonly subjects?: string[]
  readonly files?: readonly SentFile[]
}

/** Does what the message asks: of a topic, of the member's own system, of its registers. */
async function carry(
  context: Context,
  contract: ContractDefinition,
  serving: Serving,
): Promise<Given | { readonly awaits: string } | Refused<string>> {
  const { message, hash, facts, moment, ground, isTold, followed } = serving
  if (isTopic(contract))
    return isTold ? takeDelivery(context, contract, message, followed) : serveTopic(context, message, ground)
  const asked = { message, hash, facts, moment }
  if (isFromOutside(contract)) return askOutside(context, contract, asked)
  const answer = () => carryOut(context, contract as WithRegisters, message, facts, moment)
  const { answerFiles } = contract
  if (answerFiles !== undefined) return answerWithFiles(context, { ...contract, answerFiles }, asked, answer)
  return { body: await answer() }
}

/** Serves a signed message on the provider's side. */
export const serveMessageHandler = handle(serveMessage, {
  tenant: input => input.provider,
  async run({ message: jws, provider }, context) {
    const peeked = peekMessage(jws)
    if (peeked === null) return refuse(signatureInvalid)
    const standing = await readStanding(context.tx, { ...peeked, provider, operator, now: context.now })
    const verified = await verifySigned(context, jws, messageType, peeked, standing)
    if (verified === null) return refuse(signatureInvalid)
    if (standing.certificate !== null) return refuseCertificate(standing.certificate)
    const message = parseMessage(verified.payload)
    if (message === null || message.provider !== provider) return refuse(messageMalformed)
    if (verified.system !== null && verified.system !== message.system) return refuse(signatureInvalid)
    const contract = findService(context.port(packages), message.contract)?.contract ?? null
    const isTold = contract !== null && isTopic(contract) && contract.provider === message.consumer
    if (contract === null || (contract.provider !== provider && !isTold) || standing.elsewhere)
      return refuse(contractNotFound, { pointer: '/contract', params: { contract: message.contract } })
    const organisation = getOrganisation(context.port(packages), provider)
    const moment: Moment = { now: context.now.toISOString(), zone: organisation.zone }
    const followed = isTold ? await findFollowed(context.tx, provider, message.contract, message.purpose) : null
    const access = isTold
      ? { ground: followed?.ground ?? message.ground ?? '' }
      : judgeSigner(message, contract, standing, localDate(context.now, organisation.zone))
    if (isRefused(access)) return access
    const { ground } = access
    const closed = refuseBusy(message, contract, standing, context.now)
    if (closed !== null) return closed

    const request = {
      request: message.body,
      message: { id: message.id, consumer: message.consumer, sentAt: message.time, files: message.files ?? [] },
    }
    const problems = isTold ? [] : findProblems(contract.request, message.body)
    const key =
      contract.messageKey === undefined || problems.length > 0
        ? null
        : evaluateJson(contract.messageKey, request, moment)
    const messageKey = typeof key === 'string' ? key : null
    const hash = hashOfContent(message)
    await lockMessage(context.tx, `id/${message.id}`)
    if (messageKey !== null) await lockMessage(context.tx, `fact/${message.contract}/${message.consumer}/${messageKey}`)
    const earlier = await findReceived(context.tx, provider, {
      id: message.id,
      contract: message.contract,
      peer: message.consumer,
      messageKey,
    })
    if (earlier !== null) return repeat(context, message, earlier, hash)
    if (Math.abs(context.now.getTime() - Date.parse(message.time)) > toleranceMilliseconds)
      return refuse(messageStale, { pointer: '/time' })
    if (problems.length > 0) {
      return refuse(bodyInvalid, {
        pointer: `/body${problems[0]?.pointer ?? ''}`,
        also: problems.map(problem => ({ ...problem, pointer: `/body${problem.pointer}` })),
      })
    }

    const files = (message.files ?? []).map(({ file }) => file)
    const known = await findReceivedFiles(context.tx, files)
    // A message of a topic that is told again is another message with the same files.
    const taken = isTold ? topicFiles(contract) : contract.files
    const free = isTold ? known.map(file => ({ ...file, message: null })) : known
    const unusable = refuseFiles(message, taken, free)
    if (unusable !== null) return unusable
    const facts = await findFacts(context, contract, contract.serves.find ?? [], request, moment)
    const unmet = refuseUnmet(contract, facts, moment)
    if (unmet !== null) return unmet as Refused<never>
    const consent = needsConsent(contract)
      ? await requireConsent(context, contract, message, { facts, moment, ground })
      : null
    if (isRefused(consent)) return consent as Refused<never>
    if (consent !== null && 'awaits' in consent) return { consent: consent.awaits }
    const given = await carry(context, contract, { message, hash, facts, moment, ground, isTold, followed })
    if (isRefused(given)) return given as Refused<never>
    if ('awaits' in given) return given
    const { body, files: answered = [] } = given
    if (isRefused(body)) return body as Refused<never>
    const subjects = given.subjects ?? subjectsOf(contract, message, { ...facts, response: body }, moment)
    context.concerns(subjects, [
      `contract:${message.contract}`,
      `consumer:${message.consumer}`,
      `purpose:${message.purpose}`,
      `ground:${ground}`,
      ...(message.case === undefined ? [] : [`case:${message.case}`]),
    ])
    const wrong = contract.kind === 'query' ? findProblems(contract.response, body) : []
    if (wrong.length > 0)
      throw new Error(
        `answer of ${message.contract} does not fit its contract: ${wrong.map(p => `${p.pointer} ${p.code}`).join(', ')}`,
      )

    const reply: ExchangeReply = {
      id: context.ids.newUuid(),
      inReplyTo: message.id,
      contract: message.contract,
      provider,
      consumer: message.consumer,
      time: context.now.toISOString(),
      ...(answered.length === 0 ? {} : { files: [...answered] }),
      body,
    }
    const signer = await context.port(keyring).signer(context.tx, 'exchange')
    const signed = await signer.sign(JSON.stringify(reply), replyType)
    const sealedFor = subjects[0] ?? `member:${message.consumer}`
    await insertMessage(context.tx, {
      direction: 'received',
      id: message.id,
      peer: message.consumer,
      system: message.system,
      contract: message.contract,
      purpose: message.purpose,
      ground,
      case: message.case ?? null,
      subjects,
      messageKey,
      hash,
      sealedFor,
      message: await seal(context, sealedFor, jws, message.id),
      reply: await seal(context, sealedFor, signed, message.id),
      messageHash: hashOfJws(jws),
      replyHash: hashOfJws(signed),
      at: context.now,
      outcome: 'done',
    })
    if (files.length > 0) await bindFiles(context.tx, files, message.id, keptUntil(taken, context.now))
    // A member's own system comes for the files; to one that asks through the platform they are sent.
    const going = {
      toFetch: verified.system !== null,
      until: keptUntil(contract.answerFiles, context.now),
      now: context.now,
    }
    await updateAnswered(
      context.tx,
      answered.map(({ file }) => file),
      going,
    )
    await context.emit(messageReceived, {
      subject: message.id,
      data: { message: message.id, contract: message.contract, consumer: message.consumer },
      ground,
    })
    return { reply: signed }
  },
})

async function seal(context: Context, person: string, text: string, place: string): Promise<Uint8Array | null> {
  const sealed = await context
    .port(keyring)
    .seal(context.tx, person, new TextEncoder().encode(text), `exchange/${place}`)
  return isErased(sealed) ? null : sealed
}

/** The same message again gets the first reply; another one under the same id or key is refused. */
async function repeat(context: Context, { id, consumer, provider }: ExchangeMessage, earlier: Earlier, hash: Buffer) {
  if (earlier.id !== id && !earlier.hash.equals(hash)) return refuse(factKnownOtherwise, { pointer: '/body' })
  if (earlier.peer !== consumer || !earlier.hash.equals(hash) || earlier.reply === null)
    return refuse(messageIdReused, { pointer: '/id' })
  const opened = await context
    .port(keyring)
    .open(context.tx, provider, earlier.sealed_for, earlier.reply, `exchange/${earlier.id}`)
  return isErased(opened) ? refuse(messageIdReused, { pointer: '/id' }) : { reply: new TextDecoder().decode(opened) }
}
