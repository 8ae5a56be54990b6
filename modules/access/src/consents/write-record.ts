import type { Agreement } from '../contract/agreements.ts'

/** What a record of consent tells. */
export interface RecordedConsent {
  readonly consent: string
  readonly person: string
  /** Who gave, refused or withdrew it: the person, or who acts for them. */
  readonly by: string
  readonly agreement: Agreement
  readonly state: 'given' | 'withdrawn' | 'refused'
  readonly givenAt: Date
  readonly until: Date
  readonly at: Date
  readonly language: 'en' | 'ru' | 'kk'
}

/**
 * The record that a receipt is signed over, in the fields of ISO/IEC TS 27560:2023: 6.2 header, 6.3 processing, 6.4 parties, 6.5 events.
 * The person stands in it by id only.
 */
export function writeRecord(of: RecordedConsent): Readonly<Record<string, unknown>> {
  const { consent, person, by, agreement, state, givenAt, until, at, language } = of
  const { contract, provider, recipient, purpose, version, hash, ground, title, data, text, purposeText } = agreement
  const given = {
    event_time: givenAt.toISOString(),
    event_type: 'explicit',
    event_state: state === 'refused' ? 'consent refused' : 'consent given',
  }
  const withdrawn = {
    event_time: at.toISOString(),
    event_type: 'explicit',
    event_state: 'consent withdrawn',
    entity_id: by,
  }
  return {
    schema_version: 'ISO/IEC TS 27560:2023',
    record_id: consent,
    pii_principal_id: person,
    privacy_notice: { version, language, hash, title: title[language], text: text[language] },
    purposes: [
      {
        purpose,
        purpose_description: purposeText[language],
        lawful_basis: `consent; ${ground}`,
        pii_information: [{ pii_type: contract, pii_description: data[language], pii_optional: false }],
        pii_controllers: [provider],
        recipient_third_parties: [recipient],
        collection_method: 'handed over by the exchange',
        retention_period: until.toISOString(),
        withdrawal_method: '/me/consents',
      },
    ],
    parties: [
      { party_id: provider, party_role: 'pii controller' },
      { party_id: recipient, party_role: 'third party' },
      { party_id: person, party_role: 'pii principal' },
    ],
    events: [
      { ...given, validity_duration: until.toISOString(), ...(state === 'withdrawn' ? {} : { entity_id: by }) },
      ...(state === 'withdrawn' ? [withdrawn] : []),
    ],
  }
}
