import { type Language, languages, type Text } from '@tereze/operation'
import { addresses, scopeOf } from '../addresses.ts'
import { batchSize } from '../contract/index.ts'
import type { Place } from '../ports/place.ts'
import type { CredentialType } from './credential-types.ts'

function inEach<T>(make: (language: Language) => T): T[] {
  return languages.map(make)
}

const names = (text: Text) => inEach(locale => ({ name: text[locale], locale }))

/** Metadata of an organisation as an issuer (OpenID4VCI 1.0, 12.2.4). */
export function writeIssuerMetadata(
  organisation: { readonly id: string; readonly name: Text },
  types: readonly CredentialType[],
  { origin, authorizationServer }: Place,
): Record<string, unknown> {
  const issuer = addresses.issuer(origin, organisation.id)
  return {
    credential_issuer: issuer,
    authorization_servers: [authorizationServer],
    credential_endpoint: `${issuer}/credential`,
    nonce_endpoint: `${issuer}/nonce`,
    notification_endpoint: `${issuer}/notification`,
    batch_credential_issuance: { batch_size: batchSize },
    display: names(organisation.name),
    credential_configurations_supported: Object.fromEntries(
      types.map(type => [
        type.id,
        {
          format: 'dc+sd-jwt',
          vct: addresses.type(origin, organisation.id, type.id),
          scope: scopeOf(type.id),
          cryptographic_binding_methods_supported: ['jwk'],
          credential_signing_alg_values_supported: ['ES256'],
          proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['ES256'] } },
          credential_metadata: {
            display: inEach(locale => ({
              name: type.title[locale],
              description: type.summary[locale],
              locale,
              background_color: type.colours.background,
              text_color: type.colours.text,
            })),
            claims: type.claims.map(({ path, label, always }) => ({
              path,
              mandatory: always === true,
              display: names(label),
            })),
          },
        },
      ]),
    ),
  }
}

/** Metadata of a type (SD-JWT VC, type metadata). */
export function writeTypeMetadata(type: CredentialType, origin: string): Record<string, unknown> {
  return {
    vct: addresses.type(origin, type.organisation, type.id),
    name: type.title.en,
    description: type.summary.en,
    display: inEach(locale => ({
      locale,
      name: type.title[locale],
      description: type.summary[locale],
      rendering: {
        simple: { background_color: type.colours.background, text_color: type.colours.text },
      },
    })),
    claims: type.claims.map(({ path, label, always }) => ({
      path,
      sd: always === true ? 'never' : 'always',
      display: inEach(locale => ({ locale, label: label[locale] })),
    })),
  }
}
