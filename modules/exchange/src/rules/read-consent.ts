import type { OutgoingReply } from '@tereze/foundation-http'
import { findProblems } from '@tereze/foundation-operations'
import { Instant } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import type { ConsentAnswer } from '../ports/consent-line.ts'

const Said = Type.Union([
  Type.Object({ state: Type.Literal('asked') }),
  Type.Object({
    state: Type.Literal('granted'),
    reference: Type.String({ minLength: 1, maxLength: 200 }),
    until: Type.Optional(Instant),
  }),
  Type.Object({ state: Type.Literal('refused'), reference: Type.Optional(Type.String({ maxLength: 200 })) }),
])

/** What an HTTP answer of a consent service means; only what it clearly says is a consent. */
export function readConsent(reply: OutgoingReply): ConsentAnswer {
  if (!reply.ok) return { problem: { reason: reply.problem, detail: '' } }
  if (reply.status < 200 || reply.status >= 300) return { problem: { reason: 'status', detail: String(reply.status) } }
  const unreadable = { problem: { reason: 'unreadable' as const, detail: 'json' } }
  try {
    const value: unknown = JSON.parse(reply.body.toString('utf8'))
    if (findProblems(Said, value).length > 0) return unreadable
    const said = value as Static<typeof Said>
    switch (said.state) {
      case 'asked':
        return { state: 'asked' }
      case 'granted':
        return { state: 'granted', reference: said.reference, until: said.until ?? null }
      case 'refused':
        return { state: 'refused', reference: said.reference ?? null }
    }
  } catch {
    return unreadable
  }
}
