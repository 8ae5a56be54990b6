import { respond } from '@tereze/foundation-operations'
import { startSignIn as definition } from '../contract/index.ts'
import { relyingParty } from '../openid/relying-party.ts'
import { redirect } from '../pages/page.ts'
import { decideTarget } from '../rules/decide-target.ts'
import { frameOf, signInDesk } from '../sign-in-desk.ts'

/** Begins a sign-in: `to` is the path to come back to, `as` whom the list of people shows first, `level` how surely they have to prove who they are. */
export const startSignIn = respond(definition, async (request, context) => {
  const { cookies } = frameOf(request, context)
  const { homes } = context.port(signInDesk)
  const origin = new URL(context.origin)
  if (request.headers.host !== undefined && request.headers.host !== origin.host) {
    // Cookies of the sign-in belong to one origin: who came by another name of this place goes on at the right one.
    return redirect(`${context.origin}${request.url.pathname}${request.url.search}`)
  }
  const asked = request.url.searchParams.get('as')
  const expected = asked === 'official' || asked === 'person' ? asked : null
  const wanted = request.url.searchParams.get('level')
  const level = wanted === 'substantial' || wanted === 'high' ? wanted : null
  const home = expected === 'official' ? homes.official : ''
  const target = decideTarget(request.url.searchParams.get('to'), context.origin, home)
  const { location, cookie } = await context.port(relyingParty).begin({ target, expected, level })
  return redirect(location, [cookie, ...cookies])
})
