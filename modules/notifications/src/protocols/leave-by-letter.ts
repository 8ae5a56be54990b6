import { respond } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { leaveByLetter, leaveLetters } from '../contract/index.ts'

const noStore = { 'cache-control': 'no-store' }

/** The address in `List-Unsubscribe`: a mail program is answered at once and led nowhere (RFC 8058, 3.1), a person sees the page again. */
export const leaveByLetterHandler = respond(leaveByLetter, async (request, context) => {
  const form = new URLSearchParams(Buffer.from(request.body).toString('utf8'))
  const answer = await context.call(leaveLetters, { token: request.params.token ?? '' })
  if (isRefused(answer)) return answer
  if (form.get('List-Unsubscribe') === 'One-Click')
    return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8', ...noStore }, body: '' }
  return { status: 303, headers: { location: request.url.pathname, ...noStore }, body: '' }
})
