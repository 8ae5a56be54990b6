import type { Database } from '@tereze/foundation-database'
import type { Letter, Sent } from '../../contract/index.ts'
import { insertDemoItem } from '../../store/demo-box.ts'

/** A mail server that keeps mail readable in the demo's box. */
export function demoMail(options: { database: Database; now: () => Date }): { send(letter: Letter): Promise<Sent> } {
  return {
    async send({ id, to, subject, text }) {
      await options.database.transaction('platform', tx =>
        insertDemoItem(tx, { id, channel: 'email', address: to, subject, text, now: options.now() }),
      )
      return 'sent'
    },
  }
}
