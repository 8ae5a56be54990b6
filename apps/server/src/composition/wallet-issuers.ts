import type { PackageSet } from '@tereze/catalogue'
import { findType, issuerAt, listTypes, listTypesOf, scopeOf } from '@tereze/credentials'
import { findOffer, listFitDocuments, takeOffer } from '@tereze/credentials/contract'
import { listOwnDocuments } from '@tereze/documents/contract'
import type { Runner } from '@tereze/foundation-operations'
import type { WalletIssuers } from '@tereze/identity'
import { anonymous, isRefused, systemActor } from '@tereze/operation'

/** What the issuers are made of. */
export interface WalletIssuersParts {
  readonly runner: () => Runner
  readonly packages: PackageSet
  readonly origin: string
}

const job = 'credentials.wallet-issuers'

/** Most results of a person that a wallet is told of. */
const mostTold = 100

/** Issuers of credentials for the token endpoint: the published packages say who gives what. */
export function createWalletIssuers({ runner, packages, origin }: WalletIssuersParts): WalletIssuers {
  const typeOf = (scope: string) => listTypes(packages).find(type => scopeOf(type.id) === scope) ?? null
  const issuerOf = (organisation: string) => issuerAt(`/credentials/${organisation}`, origin)

  /** Results of a person that are given as credentials, with their types. */
  async function listFit(person: string): Promise<{ document: string; type: string }[]> {
    return runner()
      .jobContext(job)
      .write('platform', async context => {
        const listed = await context.call(listOwnDocuments, { person, limit: mostTold })
        const documents = isRefused(listed) ? [] : listed.items.map(({ document }) => document)
        const fit = await context.call(listFitDocuments, { person, documents })
        return isRefused(fit) ? [] : fit.items
      })
  }

  return {
    issuerAt: path => issuerAt(path, origin),
    scopesOf(issuer) {
      const organisation = issuer.split('/').at(-1) ?? ''
      if (issuerOf(organisation) !== issuer) return null
      const types = listTypesOf(packages, organisation)
      return types.length === 0 ? null : types.map(type => scopeOf(type.id))
    },
    issuerOf(scope) {
      const type = typeOf(scope)
      return type === null ? null : issuerOf(type.organisation)
    },
    nameOf: (scope, language) => typeOf(scope)?.title[language] ?? null,
    async take(code, number) {
      const found = await runner().call(findOffer, { code }, anonymous())
      if (isRefused(found)) return null
      const { organisation } = found
      const input = { organisation, code, number }
      const taken = await runner().call(takeOffer, input, systemActor('openid', organisation))
      const issuer = issuerOf(organisation)
      if (isRefused(taken) || !taken.taken || issuer === null) return null
      const { person, document, type, assurance } = taken
      if (findType(packages, organisation, type) === null) return null
      return { account: person, assurance, issuer, scope: scopeOf(type), documents: [document] }
    },
    async detailsOf({ account, issuer, scopes, documents }) {
      if (!account.startsWith('person_')) return []
      const fit = await listFit(account)
      const types = scopes.flatMap(scope => typeOf(scope) ?? []).filter(type => issuerOf(type.organisation) === issuer)
      return types.map(({ id }) => ({
        type: 'openid_credential',
        credential_configuration_id: id,
        credential_identifiers: fit
          .filter(({ document, type }) => type === id && (documents === null || documents.includes(document)))
          .map(({ document }) => `${id}/${document}`),
      }))
    },
  }
}
