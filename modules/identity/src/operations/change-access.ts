import { type ProtocolContext, respond } from '@tereze/foundation-operations'
import { isRefused, JsonObject, type ProtocolRequest, type Refused } from '@tereze/operation'
import { Value } from 'typebox/value'
import {
  addCodeProgram,
  addPasskey,
  changeAccess as definition,
  endSessions,
  removeCodeProgram,
  removePasskey,
  removePassword,
  setPassword,
} from '../contract/index.ts'
import { accessPath } from '../pages/access-page.ts'
import { redirect } from '../pages/page.ts'
import { browserName } from '../rules/browser-name.ts'
import { fieldsOf } from '../sign-in-desk.ts'
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
    case 'set-password': {
      const signInName = text('login').trim().toLowerCase()
      return { deed, outcome: await context.call(setPassword, { signInName, password: text('password') }) }
    }
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

/** Does what a form of the page asks for, and shows the page again. */
export const changeAccess = respond(definition, async (request, context) => {
  const { outcome, deed } = await change(request, context)
  if (isRefused(outcome)) return drawAccess(request, context, outcome as Refused)
  return redirect(deed === '' ? accessPath : `${accessPath}?done=${deed}`)
})
