import { OrganisationId, port, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** What one consents to: a contract of the exchange, who gets the data by it, for which purpose. */
export const ConsentSubject = Type.Object({
  /** `id@major`. */
  contract: Type.String({ pattern: '^[a-z][a-z0-9.-]*@[0-9]+$' }),
  recipient: OrganisationId,
  purpose: Type.String({ pattern: '^[a-z][a-z0-9-]*$' }),
})
/** What one consents to. */
export type ConsentSubject = Static<typeof ConsentSubject>

/** The wording of a consent as it is published with its contract. */
export const Agreement = Type.Object({
  ...ConsentSubject.properties,
  /** Version of the wording: a consent to an older one does not count for a newer one. */
  version: Type.String(),
  provider: OrganisationId,
  providerName: Text,
  recipientName: Text,
  purposeText: Text,
  title: Text,
  /** Which data are handed over, in words. */
  data: Text,
  text: Text,
  /** Legal ground, `act:…/…`. */
  ground: Type.String(),
  /** How long a consent lasts unless it is withdrawn. */
  days: Type.Integer({ minimum: 1 }),
  /** SHA-256 of the wording in all languages, base64url. */
  hash: Type.String(),
})
/** The wording of a consent. */
export type Agreement = Static<typeof Agreement>

/** Where agreements come from: the contracts of the published content, which access does not know. */
export interface Agreements {
  /** The agreement of a contract that hands data over by consent; null when there is none, or the recipient may not get them at all. */
  find(subject: ConsentSubject): Agreement | null
}
/** Bound to the published contracts by the composition root. */
export const agreements = port<Agreements>('access.agreements')
