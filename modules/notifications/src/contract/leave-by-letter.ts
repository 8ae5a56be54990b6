import { openScope, protocol } from '@tereze/operation'
import { letterNotFound } from './preferences.ts'

/** The address in `List-Unsubscribe`; a mail program posts `List-Unsubscribe=One-Click` to it (RFC 8058, 3.2), a person the form of its page. */
export const leaveByLetter = protocol({
  name: 'notifications.leave-by-letter',
  does: 'Ends letters about the topic of a letter: at once for a mail program (RFC 8058), with a page for a person.',
  method: 'POST',
  path: '/leave/:token',
  permission: 'notifications.letter.leave',
  scope: openScope,
  refusals: [letterNotFound],
  limit: 4096,
})
