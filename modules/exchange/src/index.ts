import { module } from '@tereze/foundation-operations'
import { sealMessages } from './jobs/seal-messages.ts'
import { describeServiceHandler } from './operations/describe-service.ts'
import { getMessageProofHandler } from './operations/get-message-proof.ts'
import { grantAccessHandler } from './operations/grant-access.ts'
import { listAccessHandler } from './operations/list-access.ts'
import { listMembersHandler } from './operations/list-members.ts'
import { listMessagesHandler } from './operations/list-messages.ts'
import { readMessageHandler } from './operations/read-message.ts'
import { registerKeyHandler } from './operations/register-key.ts'
import { revokeAccessHandler } from './operations/revoke-access.ts'
import { serveMessageHandler } from './operations/serve-message.ts'
import { deliverMessageProtocol } from './protocols/deliver-message.ts'

export { createAsking } from './asking.ts'
export { messageLogSigner } from './ports/message-log-signer.ts'
export { type LogProblem, type LogReport, verifyMessageLog } from './verify-message-log.ts'

/** Members, contracts and signed messages. */
export const exchange = module({
  name: 'exchange',
  operations: [
    serveMessageHandler,
    registerKeyHandler,
    listMessagesHandler,
    listMembersHandler,
    describeServiceHandler,
    listAccessHandler,
    grantAccessHandler,
    revokeAccessHandler,
    getMessageProofHandler,
    readMessageHandler,
  ],
  jobs: [sealMessages],
  protocols: [deliverMessageProtocol],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
