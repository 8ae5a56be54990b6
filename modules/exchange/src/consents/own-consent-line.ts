import { findConsent } from '@tereze/access/contract'
import type { Runner } from '@tereze/foundation-operations'
import { isRefused, systemActor } from '@tereze/operation'
import type { ConsentLine } from '../ports/consent-line.ts'
import { ownConsents } from '../serving/require-consent.ts'

/** A line that answers for the platform's own consents, given on the portal, and asks another line for those of outside services. */
export function ownConsentLine(parts: { runner: () => Runner; outside: ConsentLine }): ConsentLine {
  return {
    async ask(question) {
      if (question.service !== ownConsents) return parts.outside.ask(question)
      const { person, contract, consumer: recipient, purpose, provider } = question
      const found = await parts
        .runner()
        .call(findConsent, { person, contract, recipient, purpose }, systemActor('exchange.ask-consents', provider))
      if (isRefused(found)) throw new Error(`own consents: ${found.code}`)
      // No date: a standing consent is looked up for each message, and never remembered here.
      if (found.consent !== null) return { state: 'granted', reference: found.consent, until: null }
      return found.state === 'withdrawn' || found.state === 'refused'
        ? { state: 'refused', reference: null }
        : { state: 'asked' }
    },
  }
}
