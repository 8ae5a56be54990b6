import { module } from '@tereze/foundation-operations'
import { listMessagesHandler } from './operations/list-messages.ts'
import { registerKeyHandler } from './operations/register-key.ts'
import { serveMessageHandler } from './operations/serve-message.ts'
import { deliverMessageProtocol } from './protocols/deliver-message.ts'

export { createAsking } from './asking.ts'

/** Members, contracts and signed messages. */
export const exchange = module({
  name: 'exchange',
  operations: [serveMessageHandler, registerKeyHandler, listMessagesHandler],
  protocols: [deliverMessageProtocol],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
