import { createTransport } from 'nodemailer'
import type { Letter, Sent } from '../../contract/index.ts'

/** Domain of the sender's address. */
const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1)

/** Whether the server said "never" (RFC 5321, 4.2.1: 5yz) and not "later". */
function isFinal(error: unknown): boolean {
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
  return code >= 500 && code < 600
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
        if (isFinal(error)) return 'rejected'
        throw error
      }
    },
    close: () => transport.close(),
  }
}
