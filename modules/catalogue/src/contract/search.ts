import { LanguageCode, openScope, operation, refusal, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** One entry of the catalogue that a person may open. */
export const CatalogueEntry = Type.Object({
  kind: Type.Union([Type.Literal('situation'), Type.Literal('service')]),
  id: Type.String(),
  title: Text,
  summary: Text,
  /** Name of the line drawing. */
  picture: Type.Union([Type.String(), Type.Null()]),
  /** The organisation to which one applies for the service at the portal; absent where it is not applied for there. */
  applyTo: Type.Optional(Type.String()),
  /** For whom a service is; absent for situations. */
  audience: Type.Optional(Type.Array(Type.Enum(['person', 'business']))),
})
/** One entry of the catalogue. */
export type CatalogueEntry = Static<typeof CatalogueEntry>

/** There is no such package. */
export const packageNotFound = refusal('catalogue.package-not-found', 'not-found')

/** Finds situations and services by everyday words. */
export const searchCatalogue = operation({
  name: 'catalogue.search-catalogue',
  does: 'Finds life situations and services by everyday words in three languages, forgiving typing errors.',
  kind: 'query',
  input: Type.Object({ words: Type.String({ maxLength: 200 }), language: LanguageCode }),
  output: Type.Object({ items: Type.Array(CatalogueEntry) }),
  permission: 'catalogue.entry.read',
  scope: openScope,
})

/** All situations and services. */
export const listCatalogue = operation({
  name: 'catalogue.list-catalogue',
  does: 'Lists the published life situations and services.',
  kind: 'query',
  input: Type.Object({}),
  output: Type.Object({ items: Type.Array(CatalogueEntry) }),
  permission: 'catalogue.entry.read',
  scope: openScope,
})

/** One organisation as people see it. */
export const OrganisationCard = Type.Object({ id: Type.String(), name: Text })
/** Names of organisations. */
export const listOrganisations = operation({
  name: 'catalogue.list-organisations',
  does: 'Lists organisations with their names.',
  kind: 'query',
  input: Type.Object({}),
  output: Type.Object({ items: Type.Array(OrganisationCard) }),
  permission: 'catalogue.entry.read',
  scope: openScope,
})
