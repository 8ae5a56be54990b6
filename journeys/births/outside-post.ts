import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** An SMS or a letter as it came out of the platform. */
export interface Delivered {
  /** The id under which a repetition is known: `Idempotency-Key` of an SMS, `Message-ID` of a letter. */
  readonly id: string
  readonly channel: 'sms' | 'email'
  readonly to: string
  /** What it says; of a letter its subject. */
  readonly text: string
}

/** A telephone network and a mail server outside of the platform. */
export interface OutsidePost {
  readonly smsUrl: string
  readonly smtpUrl: string
  /** Everything that came, repetitions too. */
  readonly delivered: readonly Delivered[]
  close(): Promise<void>
}

const header = (letter: string, name: string) =>
  new RegExp(`^${name}:(.*(?:\\r?\\n[ \\t].*)*)`, 'im')
    .exec(letter)?.[1]
    ?.replace(/\r?\n[ \t]/g, ' ')
    .trim() ?? ''

/** Opens both on free ports of this process. Every `silentEvery`-th SMS is taken but never answered, so that it is sent again. */
export async function openOutsidePost(silentEvery: number): Promise<OutsidePost> {
  const delivered: Delivered[] = []
  let asked = 0
  const gateway = createServer(async (request, response) => {
    let body = ''
    try {
      for await (const chunk of request) body += chunk
    } catch {
      // Whoever was sending it was killed.
      return
    }
    const { to, text } = JSON.parse(body)
    delivered.push({ id: String(request.headers['idempotency-key']), channel: 'sms', to, text })
    if (++asked % silentEvery === 0) response.destroy()
    else response.writeHead(200).end()
  }).listen(0, '127.0.0.1')
  const mail = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      let letter = ''
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        letter += chunk
      })
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? ''
        delivered.push({ id: header(letter, 'message-id'), channel: 'email', to, text: header(letter, 'subject') })
        done()
      })
    },
  })
  // A connection that ends in the middle of a letter is that of a node that was killed.
  mail.on('error', () => undefined)
  mail.listen(0, '127.0.0.1')
  await Promise.all([once(gateway, 'listening'), once(mail.server, 'listening')])
  const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port
  return {
    smsUrl: `http://127.0.0.1:${portOf(gateway)}/sms`,
    smtpUrl: `smtp://127.0.0.1:${portOf(mail.server)}`,
    delivered,
    async close() {
      gateway.closeAllConnections()
      await Promise.all([
        new Promise<void>(resolve => gateway.close(() => resolve())),
        new Promise<void>(resolve => mail.close(() => resolve())),
      ])
    },
  }
}
