import { type ProtocolContext, respond } from '@tereze/foundation-operations'
import { isRefused, type ProtocolReply, type ProtocolRequest, type Refused, refusalStatus } from '@tereze/operation'
import {
  showAccess as definition,
  getWays,
  listApplications,
  listLinks,
  listPasskeys,
  listSessions,
  listWayChanges,
  preparePasskey,
} from '../contract/index.ts'
import { formTokens } from '../form-tokens.ts'
import { accessPage } from '../pages/access-page.ts'
import { qrCodeAddress } from '../pages/qr-code.ts'
import { frameOf, signInDesk, withCookies } from '../sign-in-desk.ts'

const deeds = new Set([
  'add-passkey',
  'remove-passkey',
  'end-session',
  'end-sessions',
  'end-application',
  'disown-change',
  'link',
  'remove-link',
  'set-password',
  'remove-password',
  'add-code-program',
  'remove-code-program',
])

/** The page of the own ways to sign in; `refused` says what was wrong with what was asked for. */
export async function drawAccess(
  request: ProtocolRequest,
  context: ProtocolContext,
  refused: Refused | null = null,
): Promise<ProtocolReply | Refused> {
  const { frame, cookies } = frameOf(request, context)
  const { actor } = context
  const passkeys = await context.call(listPasskeys, {})
  const links = await context.call(listLinks, {})
  const ways = await context.call(getWays, {})
  const sessions = await context.call(listSessions, {})
  const applications = await context.call(listApplications, {})
  const changes = await context.call(listWayChanges, {})
  const prepared = await context.call(preparePasskey, {})
  if (isRefused(passkeys)) return passkeys
  if (isRefused(sessions)) return sessions
  if (isRefused(applications)) return applications
  if (isRefused(ways)) return ways
  if (isRefused(links)) return links
  if (isRefused(changes)) return changes
  const { zone, homes, listProviders } = context.port(signInDesk)
  const done = request.url.searchParams.get('done')
  const leadsTo = (await listProviders()).map(({ issuer }) => new URL(issuer).origin)
  const page = accessPage(
    { ...frame, leadsTo },
    {
      passkeys: passkeys.items,
      sessions: sessions.items,
      applications: applications.items,
      ways,
      links: links.items,
      changes: changes.items,
      picture: ways.preparation === null ? null : qrCodeAddress(ways.preparation.address),
      creationOptions: isRefused(prepared) ? null : prepared.options,
      token: 'session' in actor ? context.port(formTokens).tokenOf(actor.session) : '',
      zone,
      back: actor.kind === 'official' ? homes.official : homes.person,
      done: done !== null && deeds.has(done) && refused === null ? done : null,
      refused,
      ...(refused === null ? {} : { status: refusalStatus[refused.is] }),
    },
  )
  return withCookies(page, cookies)
}

/** Shows the ways to sign in to the own account, and where it is signed in. */
export const showAccess = respond(definition, (request, context) => drawAccess(request, context))
