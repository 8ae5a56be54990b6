import { createHash } from 'node:crypto'
import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { canonicalJson, isErased, keyring } from '@tereze/foundation-keys'
import type { JobContext, Runner } from '@tereze/foundation-operations'
import { isRefused, systemActor } from '@tereze/operation'
import type { Answer, ExchangeMessage, ExchangeReply, Question } from './contract/message.ts'
import { serveMessage } from './contract/message.ts'
import { hashOfJws } from './rules/log-leaf.ts'
import { messageType, replyType } from './rules/read-message.ts'
import { insertMessage } from './store/messages.ts'

/** Refusals that another attempt may turn into an answer. */
const passing = new Set(['exchange.provider-unavailable', 'operations.platform-failed', 'exchange.message-stale'])

/** How this side asks: signs, sends to the provider, checks the signature of the answer, logs. Each organisation writes in its own transaction. */
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
        peer: providerOf(question),
        system: 'platform',
        contract: question.contract,
        purpose: question.purpose,
        ground: question.ground,
        case: question.case,
        subjects: question.subjects,
        messageKey: null,
        hash: createHash('sha256')
          .update(canonicalJson({ contract: question.contract, body: question.body }))
          .digest(),
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

  return {
    async ask(question) {
      const { database, ports, clock, write } = parts.job()
      const provider = providerOf(question)
      const systems = getOrganisation(ports.get(packages), question.consumer).member?.systems ?? []
      const message: ExchangeMessage = {
        id: question.id,
        contract: question.contract,
        consumer: question.consumer,
        system: systems[0]?.id ?? 'platform',
        provider,
        purpose: question.purpose,
        ground: question.ground,
        subjects: [...question.subjects],
        ...(question.case === null ? {} : { case: question.case }),
        time: clock.now().toISOString(),
        body: question.body,
      }
      const signed = await write(question.consumer, async ({ tx }) => {
        const signer = await ports.get(keyring).signer(tx, 'exchange')
        return signer.sign(JSON.stringify(message), messageType)
      })
      const actor = { ...systemActor(`exchange/${question.consumer}`, question.consumer), roles: ['member'] }
      const served = await parts.runner().call(serveMessage, { message: signed, provider }, actor)
      if (isRefused(served)) {
        await log(question, signed, null, served.code)
        return { ok: false, code: served.code, retry: passing.has(served.code) }
      }
      const payload = await ports.get(keyring).verify(database, provider, served.reply, replyType)
      const reply = payload === null ? null : (JSON.parse(payload) as ExchangeReply)
      if (reply === null || reply.inReplyTo !== question.id) {
        await log(question, signed, null, 'exchange.signature-invalid')
        return { ok: false, code: 'exchange.signature-invalid', retry: false }
      }
      await log(question, signed, served.reply, 'done')
      return { ok: true, message: question.id, at: reply.time, body: reply.body }
    },
  }
}

function providerOf(question: Question): string {
  return question.contract.split('.')[0] ?? ''
}
