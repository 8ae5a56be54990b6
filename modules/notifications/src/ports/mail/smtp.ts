import { createTransport } from 'nodemailer'
import type { Letter, Sent } from '../../contract/index.ts'

/** Domain of the sender's address. */
const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1)

/**
 * What the server said for good (RFC 5321, 4.2.1: 5yz): `bounced` where it was to the recipient (`RCPT TO`), or by its code (RFC 3463:
 * X.1.y, addressing); null for "later" and for no answer.
 */
function finalAnswer(error: unknown): 'rejected' | 'bounced' | null {
  if (!(error instanceof Error) || !('responseCode' in error)) return null
  const code = Number(error.responseCode)
  if (!(code >= 500 && code < 600)) return null
  const said = 'response' in error ? String(error.response) : ''
  const extended = /^\d{3}[ -]5\.(\d{1,3})\.\d{1,3}\b/.exec(said)?.[1]
  const toRecipient = 'command' in error && error.command === 'RCPT TO'
  return extended === undefined ? (toRecipient ? 'bounced' : 'rejected') : extended === '1' ? 'bounced' : 'rejected'
}

/**
 * A mail server; a letter goes as plain text and as HTML (`multipart/alternative`). `Message-ID` follows from the letter's id, so that a server that filters repetitions knows one.
 * A letter that may be refused says where, for one press in the mail program (`List-Unsubscribe`, RFC 8058).
 * @param options.url `smtp://…` or `smtps://…`.
 * @param options.from the sender's address.
 */
export function smtpMail(options: { url: string; from: string }): {
  send(letter: Letter): Promise<Sent>
  close(): void
} {
  const transport = createTransport({
    url: options.url,
    pool: true,
    connectionTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0])
  return {
    async send(letter) {
      try {
        await transport.sendMail({
          from: { name: letter.sender, address: options.from },
          to: { name: '', address: letter.to },
          subject: letter.subject,
          text: letter.text,
          html: letter.html,
          messageId: `<${letter.id}@${domainOf(options.from)}>`,
          headers: {
            'Content-Language': letter.language,
            'Auto-Submitted': 'auto-generated',
            ...(letter.leave === undefined
              ? {}
              : { 'List-Unsubscribe': `<${letter.leave}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
          },
        })
        return 'sent'
      } catch (error) {
        const answer = finalAnswer(error)
        if (answer !== null) return answer
        throw error
      }
    },
    close: () => transport.close(),
  }
}
