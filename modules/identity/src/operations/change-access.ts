import { assuranceNeeded, type ProtocolContext, respond } from '@tereze/foundation-operations'
import {
  isRefused,
  JsonObject,
  type ProtocolReply,
  type ProtocolRequest,
  type Refused,
  reaches,
  refuse,
} from '@tereze/operation'
import { Value } from 'typebox/value'
import {
  addCodeProgram,
  addPasskey,
  changeAccess as definition,
  disownChange,
  endApplication,
  endSessions,
  providerNotFound,
  removeCodeProgram,
  removeLink,
  removePasskey,
  removePassword,
  setPassword,
} from '../contract/index.ts'
import { outsideDesk } from '../openid/outside.ts'
import { accessPath } from '../pages/access-page.ts'
import { redirect } from '../pages/page.ts'
import { browserName } from '../rules/browser-name.ts'
import { fieldsOf, signInDesk } from '../sign-in-desk.ts'
import { drawAccess } from './show-access.ts'

function objectIn(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text)
    return Value.Check(JsonObject, value) ? value : {}
  } catch {
    return {}
  }
}

async function change(request: ProtocolRequest, context: ProtocolContext): Promise<{ outcome: unknown; deed: string }> {
  const fields = fieldsOf(request)
  const deed = fields.get('do') ?? ''
  const text = (name: string) => fields.get(name) ?? ''
  switch (deed) {
    case 'add-passkey': {
      const response = objectIn(text('response'))
      const name = browserName(request.headers['user-agent'])
      return { deed, outcome: await context.call(addPasskey, { response, name }) }
    }
    case 'remove-passkey':
      return { deed, outcome: await context.call(removePasskey, { passkey: text('passkey') }) }
    case 'end-session':
      return { deed, outcome: await context.call(endSessions, { session: text('session') }) }
    case 'end-sessions':
      return { deed, outcome: await context.call(endSessions, {}) }
    case 'end-application':
      return { deed, outcome: await context.call(endApplication, { client: text('client') }) }
    case 'disown-change':
      return { deed, outcome: await context.call(disownChange, { change: text('change') }) }
    case 'set-password': {
      const signInName = text('login').trim().toLowerCase()
      return { deed, outcome: await context.call(setPassword, { signInName, password: text('password') }) }
    }
    case 'remove-link':
      return { deed, outcome: await context.call(removeLink, { provider: text('provider') }) }
    case 'remove-password':
      return { deed, outcome: await context.call(removePassword, {}) }
    case 'add-code-program':
      return { deed, outcome: await context.call(addCodeProgram, { code: text('code') }) }
    case 'remove-code-program':
      return { deed, outcome: await context.call(removeCodeProgram, {}) }
    default:
      return { deed: '', outcome: null }
  }
}

/** How surely somebody has to have signed in to connect accounts. */
const linkLevel = 'substantial'

/** Sends the browser to an outside provider, to connect an account there with the own one. */
async function leave(request: ProtocolRequest, context: ProtocolContext): Promise<ProtocolReply | Refused> {
  const { actor } = context
  // Whoever has only a password cannot make more of it by an account elsewhere.
  if ('assurance' in actor && !reaches(actor.assurance, linkLevel))
    return drawAccess(request, context, refuse(assuranceNeeded, { params: { level: linkLevel } }))
  const provider = await context.port(signInDesk).findProvider(fieldsOf(request).get('provider') ?? '')
  if (provider === null || !('session' in actor))
    return drawAccess(request, context, refuse(providerNotFound, { pointer: '/provider' }))
  const purpose = { of: 'link', session: actor.session, account: actor.id } as const
  const left = await context.port(outsideDesk).leave(provider, purpose)
  return isRefused(left) ? drawAccess(request, context, left) : redirect(left.location, [left.cookie])
}

/** Does what a form of the page asks for, and shows the page again. */
export const changeAccess = respond(definition, async (request, context) => {
  if (fieldsOf(request).get('do') === 'link') return leave(request, context)
  const { outcome, deed } = await change(request, context)
  if (isRefused(outcome)) return drawAccess(request, context, outcome as Refused)
  return redirect(deed === '' ? accessPath : `${accessPath}?done=${deed}`)
})
