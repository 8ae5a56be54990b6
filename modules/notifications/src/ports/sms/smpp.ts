import { createHash } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { connect as connectSecurely } from 'node:tls'
import type { Sent, ShortMessage } from '../../contract/index.ts'
import { partsOf } from './smpp/parts.ts'
import { answerTo, bindBody, command, type Pdu, readPdus, submitBody, writePdu } from './smpp/pdu.ts'

/** Statuses (clause 5.1.3): the address is to blame, or the message; all others are tried again. */
const badAddress = new Set([0x0b, 0x0a, 0x50, 0x51])
const badMessage = new Set([0x01, 0x45, 0x61, 0x64])

/** A bound session of a transmitter. */
interface Session {
  ask(of: number, body: Uint8Array): Promise<Pdu>
  close(): void
}

/** Opens a session; rejects when the other side is not there, hangs up, is silent too long or speaks no SMPP. */
function openSession(url: URL, patience: number): Promise<Session> {
  return new Promise((resolve, reject) => {
    const to = { host: url.hostname, port: Number(url.port === '' ? 2775 : url.port) }
    const waiting = new Map<number, { resolve(pdu: Pdu): void; reject(why: Error): void }>()
    let sequence = 0
    let came: Buffer = Buffer.alloc(0)
    const end = (why: Error) => {
      socket.destroy()
      reject(why)
      for (const one of waiting.values()) one.reject(why)
      waiting.clear()
    }
    const take = (pdu: Pdu) => {
      if (pdu.command === command.enquireLink)
        socket.write(
          writePdu({ command: answerTo(pdu.command), status: 0, sequence: pdu.sequence, body: Buffer.alloc(0) }),
        )
      if (pdu.command === command.unbind) end(new Error('the message centre ended the session'))
      if (pdu.command < 0x80000000) return
      waiting.get(pdu.sequence)?.resolve(pdu)
      waiting.delete(pdu.sequence)
    }
    const session: Session = {
      ask: (of, body) =>
        new Promise((answered, failed) => {
          sequence += 1
          waiting.set(sequence, { resolve: answered, reject: failed })
          socket.write(writePdu({ command: of, status: 0, sequence, body }))
        }),
      close: () => {
        sequence += 1
        socket.end(writePdu({ command: command.unbind, status: 0, sequence, body: Buffer.alloc(0) }))
      },
    }
    const ready = () => resolve(session)
    const socket: Socket =
      url.protocol === 'smpps:' ? connectSecurely({ ...to, servername: to.host }, ready) : connect(to, ready)
    socket.setTimeout(patience, () => end(new Error('the message centre is silent')))
    socket.on('error', end)
    socket.on('close', () => end(new Error('the message centre hung up')))
    socket.on('data', chunk => {
      try {
        const { pdus, rest } = readPdus(Buffer.concat([came, chunk]))
        came = rest
        for (const pdu of pdus) take(pdu)
      } catch (error) {
        end(error as Error)
      }
    })
  })
}

/** The number by which a telephone joins the parts of a text: the same when it is sent again. */
const referenceOf = (id: string) => createHash('sha256').update(id).digest()[0] ?? 0

/**
 * A message centre that speaks SMPP 3.4, as a transmitter: a session for a message, bound with the name and the password of the address.
 * Answers of people come by the gateway's own door (`/sms/v1/messages`). SMPP knows no repetitions: what was sent and not confirmed may
 * come twice.
 * @param options.url `smpp://system:password@host:2775`, or `smpps://…` by TLS.
 * @param options.from whom the reader sees: a number, or at most 11 letters and digits.
 * @param options.patience milliseconds of silence after which it is given up.
 */
export function smppSms(options: { url: string; from: string; patience?: number }): {
  send(message: ShortMessage): Promise<Sent>
} {
  const url = new URL(options.url)
  const [system, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)]
  return {
    async send({ id, to, text }) {
      const session = await openSession(url, options.patience ?? 10_000)
      try {
        const bound = await session.ask(command.bindTransmitter, bindBody(system, password))
        if (bound.status !== 0) throw new Error(`the message centre does not let us in: status ${bound.status}`)
        const parts = partsOf(text, referenceOf(id))
        for (const part of parts) {
          const submission = { from: options.from, to, text: part, isPart: parts.length > 1 }
          const { status } = await session.ask(command.submitSm, submitBody(submission))
          if (badAddress.has(status)) return 'bounced'
          if (badMessage.has(status)) return 'rejected'
          if (status !== 0) throw new Error(`the message centre answered with status ${status}`)
        }
        return 'sent'
      } finally {
        session.close()
      }
    },
  }
}
