import { respond } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { startSignIn as definition, signInUnavailable } from '../contract/index.ts'
import { relyingParty } from '../openid/relying-party.ts'
import { redirect } from '../pages/page.ts'
import { refusalPage } from '../pages/refusal-page.ts'
import { decideTarget } from '../rules/decide-target.ts'
import { frameOf, signInDesk, withCookies } from '../sign-in-desk.ts'

/** Begins a sign-in: `to` is the path to come back to, `as` whom the list of people shows first. */
export const startSignIn = respond(definition, async (request, context) => {
  const { frame, cookies } = frameOf(request, context)
  const { demo, homes } = context.port(signInDesk)
  const origin = new URL(context.origin)
  if (request.headers.host !== undefined && request.headers.host !== origin.host) {
    // Cookies of the sign-in belong to one origin: who came by another name of this place goes on at the right one.
    return redirect(`${context.origin}${request.url.pathname}${request.url.search}`)
  }
  if (demo === null) return withCookies(refusalPage(frame, refuse(signInUnavailable)), cookies)
  const asked = request.url.searchParams.get('as')
  const expected = asked === 'official' || asked === 'person' ? asked : null
  const home = expected === 'official' ? homes.official : ''
  const target = decideTarget(request.url.searchParams.get('to'), context.origin, home)
  const { location, cookie } = await context.port(relyingParty).begin({ target, expected })
  return redirect(location, [cookie, ...cookies])
})
