import type { Database } from '@tereze/foundation-database'
import type { Sent, ShortMessage } from '../../contract/index.ts'
import { insertDemoItem } from '../../store/demo-box.ts'

/** A telephone network that keeps messages readable in the demo's box. */
export function demoSms(options: { database: Database; now: () => Date }): {
  send(message: ShortMessage): Promise<Sent>
} {
  return {
    async send({ id, to, text }) {
      await options.database.transaction('platform', tx =>
        insertDemoItem(tx, { id, channel: 'sms', address: to, subject: null, text, now: options.now() }),
      )
      return 'sent'
    },
  }
}
