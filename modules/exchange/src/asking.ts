import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { isErased, keyring } from '@tereze/foundation-keys'
import { findProblems, type JobContext, type Runner } from '@tereze/foundation-operations'
import { isRefused, systemActor } from '@tereze/operation'
import type { TSchema } from 'typebox'
import type { Answer, ExchangeMessage, Question } from './contract/message.ts'
import { ExchangeReply, replyWrong, serveMessage, signatureInvalid } from './contract/message.ts'
import { outsideLine } from './ports/outside-line.ts'
import { type Delivered, peerLine } from './ports/peer-line.ts'
import { type ContractDefinition, isTopic } from './rules/contract-definition.ts'
import { refuseAnswered, refuseNamed } from './rules/decide-answer-files.ts'
import { hashOfContent } from './rules/hash-of-content.ts'
import { hashOfJws } from './rules/log-leaf.ts'
import { mayPass } from './rules/read-delivery.ts'
import { messageType, replyType } from './rules/read-message.ts'
import { findService } from './rules/service-version.ts'
import { answerTerm, keptUntil } from './rules/term.ts'
import { TopicAnswer, TopicReceipt } from './rules/topic-messages.ts'
import { serveThrough } from './serving/serve-through.ts'
import { listAnswerFiles } from './store/answer-files.ts'
import { bindFiles } from './store/files.ts'
import { insertMessage } from './store/messages.ts'

/**
 * How this side asks: signs, sends to the provider, checks the answer, logs. A provider that runs here is called directly, one that runs
 * elsewhere over its installation's line. Each organisation writes in its own transaction.
 */
export function createAsking(parts: { runner: () => Runner; job: () => JobContext }): {
  ask(question: Question): Promise<Answer>
} {
  async function log(question: Question, message: string, reply: string | null, outcome: string): Promise<void> {
    const { write, ports } = parts.job()
    await write(question.consumer, async ({ tx, now }) => {
      const sealedFor = question.subjects[0] ?? `member:${question.consumer}`
      const seal = async (text: string) => {
        const sealed = await ports
          .get(keyring)
          .seal(tx, sealedFor, new TextEncoder().encode(text), `exchange/${question.id}`)
        return isErased(sealed) ? null : sealed
      }
      await insertMessage(tx, {
        direction: 'sent',
        id: question.id,
        peer: receiverOf(question),
        system: 'platform',
        contract: question.contract,
        purpose: question.purpose,
        ground: question.ground,
        case: question.case,
        subjects: question.subjects,
        messageKey: null,
        hash: hashOfContent(question),
        sealedFor,
        message: await seal(message),
        reply: reply === null ? null : await seal(reply),
        messageHash: hashOfJws(message),
        replyHash: reply === null ? null : hashOfJws(reply),
        at: now,
        outcome,
      })
    })
  }

  async function sign(question: Question): Promise<string> {
    const { ports, clock, write } = parts.job()
    const systems = getOrganisation(ports.get(packages), question.consumer).member?.systems ?? []
    const message: ExchangeMessage = {
      id: question.id,
      contract: question.contract,
      consumer: question.consumer,
      system: systems[0]?.id ?? 'platform',
      provider: receiverOf(question),
      purpose: question.purpose,
      ground: question.ground,
      subjects: [...question.subjects],
      ...(question.case === null ? {} : { case: question.case }),
      time: clock.now().toISOString(),
      ...(question.files === undefined || question.files.length === 0 ? {} : { files: [...question.files] }),
      body: question.body,
    }
    const keys = ports.get(keyring)
    const signer =
      keys.knownSigner(question.consumer, 'exchange') ??
      (await write(question.consumer, ({ tx }) => keys.signer(tx, 'exchange')))
    return signer.sign(JSON.stringify(message), messageType)
  }

  async function serveHere(question: Question, message: string): Promise<Delivered> {
    const actor = { ...systemActor(`exchange/${question.consumer}`, question.consumer), roles: ['member'] }
    const provider = receiverOf(question)
    const served = await serveThrough(
      () => parts.runner().call(serveMessage, { message, provider }, actor),
      parts.job().ports.get(outsideLine),
      provider,
    )
    return isRefused(served) ? { code: served.code, retry: mayPass(served.code) } : { reply: served.reply }
  }

  /** What a reply says when it is the provider's answer to this question; else the code of what is wrong with it. */
  async function read(question: Question, jws: string, elsewhere: boolean): Promise<ExchangeReply | string> {
    const { database, ports } = parts.job()
    const provider = receiverOf(question)
    const payload = elsewhere
      ? await ports.get(peerLine).verify(provider, jws, replyType)
      : await ports.get(keyring).verify(database, provider, jws, replyType)
    if (payload === null) return signatureInvalid.code
    const reply = parse(payload)
    const { consumer, contract } = question
    const right =
      reply?.inReplyTo === question.id &&
      reply.provider === provider &&
      reply.consumer === consumer &&
      reply.contract === contract
    if (!right) return replyWrong.code
    const promised = elsewhere ? promisedTo(question, findService(ports.get(packages), contract)?.contract) : undefined
    return promised !== undefined && findProblems(promised, reply.body).length > 0 ? replyWrong.code : reply
  }

  /** Why the files of an answer are of no use, or not yet; null when all of them are here, which are kept from now on as the contract says. */
  async function judgeFiles({ id, consumer, contract }: Question, { files = [] }: ExchangeReply) {
    if (files.length === 0) return null
    const { database, ports, write } = parts.job()
    const taken = findService(ports.get(packages), contract)?.contract.answerFiles
    const unfit = refuseNamed(contract, taken, files)
    if (unfit !== null) return unfit
    const ids = files.map(({ file }) => file)
    const unready = refuseAnswered(id, files, await listAnswerFiles(database, consumer, ids))
    if (unready === null) await write(consumer, ({ tx, now }) => bindFiles(tx, ids, id, keptUntil(taken, now)))
    return unready
  }

  return {
    async ask(question) {
      const { ports } = parts.job()
      const peer = await ports.get(peerLine).peerOf(receiverOf(question))
      const signed = await sign(question)
      const served =
        peer === null
          ? await serveHere(question, signed)
          : await ports
              .get(peerLine)
              .deliver(peer, signed, answerTerm(findService(ports.get(packages), question.contract)?.contract))
      if ('code' in served) {
        await log(question, signed, null, served.code)
        return { ok: false, code: served.code, retry: served.retry }
      }
      const reply = await read(question, served.reply, peer !== null)
      if (typeof reply === 'string') {
        // What was answered is kept although it is wrong: it shows who lied.
        await log(question, signed, served.reply, reply)
        return { ok: false, code: reply, retry: false }
      }
      const unready = await judgeFiles(question, reply)
      await log(question, signed, served.reply, unready?.code ?? 'done')
      if (unready !== null) return { ok: false, code: unready.code, retry: mayPass(unready.code) }
      const files = reply.files === undefined ? {} : { files: reply.files }
      return { ok: true, message: question.id, at: reply.time, body: reply.body, ...files }
    },
  }
}

function parse(payload: string): ExchangeReply | null {
  try {
    const value: unknown = JSON.parse(payload)
    const wrong = findProblems(ExchangeReply, value).filter(({ pointer }) => !pointer.startsWith('/body/'))
    return wrong.length === 0 ? (value as ExchangeReply) : null
  } catch {
    return null
  }
}

/** Who is asked or told: the provider of the contract, or the subscriber of a topic. */
function receiverOf({ receiver, contract }: Question): string {
  return receiver ?? contract.split('.')[0] ?? ''
}

/** The schema of the answer: what the contract promises; of a topic what its publisher answers, or the receipt of a subscriber. */
function promisedTo({ receiver }: Question, contract: ContractDefinition | undefined): TSchema | undefined {
  if (contract === undefined || !isTopic(contract)) return contract?.response
  return receiver === undefined ? TopicAnswer : TopicReceipt
}
