import type { JobContext } from '@tereze/foundation-operations'
import type { CodeLine } from '@tereze/identity'
import type { Messages } from '@tereze/messages'
import { contacts, sms } from '@tereze/notifications/contract'

/**
 * The way of one-time codes to telephones: the number that registers keep of a person, and the SMS gateway. The last line of a message
 * binds its code to this origin: a telephone offers it nowhere else (origin-bound one-time codes, WICG).
 */
export function createCodeLine(options: {
  job: () => JobContext
  messages: Messages
  origin: string
  mostInAnHour: number
}): CodeLine {
  const { host } = new URL(options.origin)
  return {
    mostInAnHour: options.mostInAnHour,
    async send({ id, account, code }) {
      const { ports, write } = options.job()
      const contact = await write('platform', context => context.port(contacts).find(context, account))
      if (contact === null || contact.phone === null) return 'no-phone'
      const words = options.messages.text('identity.page.sms-code', contact.language, { code, host })
      const sent = await ports.get(sms).send({ id, to: contact.phone, text: `${words}\n\n@${host} #${code}` })
      if (sent === 'rejected') throw new Error('the SMS gateway does not take a one-time code')
      return 'sent'
    },
  }
}
