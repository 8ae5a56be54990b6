import { openScope, operation, refusal, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(shape: T) => Type.Union([shape, Type.Null()])

/** A concept by id, with its name. */
export const ConceptName = Type.Object({ id: Type.String(), name: Text })
/** A concept by id, with its name. */
export type ConceptName = Static<typeof ConceptName>

/** Kinds of what the data catalogue holds. */
export const DataKind = Type.Union([
  Type.Literal('concept'),
  Type.Literal('register'),
  Type.Literal('contract'),
  Type.Literal('service'),
])
/** Kinds of what the data catalogue holds. */
export type DataKind = Static<typeof DataKind>

/** One entry of the data catalogue. */
export const DataEntry = Type.Object({
  kind: DataKind,
  id: Type.String(),
  title: Text,
  /** What it is, in a sentence; null where its package says no more than the title. */
  summary: nullable(Text),
  owner: Text,
  /** The concepts that its fields name; none of a concept. */
  concepts: Type.Array(ConceptName),
})
/** One entry of the data catalogue. */
export type DataEntry = Static<typeof DataEntry>

/** The meta-model has no such concept. */
export const conceptNotFound = refusal('catalogue.concept-not-found', 'not-found')

/** Finds concepts, registers, contracts and services. */
export const searchData = operation({
  name: 'catalogue.search-data',
  does: 'Finds concepts, registers, contracts and services by words in three languages, forgiving typing errors; all of them without words.',
  kind: 'query',
  input: Type.Object({ words: Type.String({ maxLength: 200 }), kind: Type.Optional(DataKind) }),
  output: Type.Object({ items: Type.Array(DataEntry) }),
  permission: 'catalogue.entry.read',
  scope: openScope,
})

/** Steps that data take, in their order. */
export const LineageStep = Type.Union([
  Type.Literal('register-field'),
  Type.Literal('contract-field'),
  Type.Literal('source'),
  Type.Literal('case-field'),
  Type.Literal('decision-input'),
  Type.Literal('decision'),
  Type.Literal('result'),
])

/** All places of one package at one step of the way of data. */
export const LineageBox = Type.Object({
  id: Type.String(),
  stage: LineageStep,
  package: Type.Object({ kind: Type.String(), id: Type.String() }),
  title: Text,
  /** Pointers into data, or ids of sources, decisions and results. */
  places: Type.Array(Type.String()),
  /** Whether fields of the concept itself are among them. */
  own: Type.Boolean(),
})
/** All places of one package at one step of the way of data. */
export type LineageBox = Static<typeof LineageBox>

/** The way of data, package by package. */
export const Lineage = Type.Object({
  boxes: Type.Array(LineageBox),
  edges: Type.Array(Type.Object({ from: Type.String(), to: Type.String() })),
})
/** The way of data, package by package. */
export type Lineage = Static<typeof Lineage>

/** A concept with everything that names it. */
export const ConceptCard = Type.Object({
  id: Type.String(),
  name: Text,
  definition: Text,
  type: Type.String(),
  codes: Type.Array(Type.String()),
  owner: Text,
  broader: nullable(ConceptName),
  narrower: Type.Array(ConceptName),
  parts: Type.Array(ConceptName),
  /** Where the values are kept: registers, with the fields. */
  sources: Type.Array(
    Type.Object({ register: Type.String(), title: Text, owner: Text, fields: Type.Array(Type.String()) }),
  ),
  /** Who gets them by which contract, for what and on which ground, until which day. */
  consumers: Type.Array(
    Type.Object({
      consumer: Text,
      contract: Type.String(),
      title: Text,
      purpose: Type.String(),
      ground: Type.String(),
      until: Type.String(),
    }),
  ),
  /** Operations of the platform behind the steps of the lineage. */
  operations: Type.Array(Type.String()),
  lineage: Lineage,
})
/** A concept with everything that names it. */
export type ConceptCard = Static<typeof ConceptCard>

/** One concept with its owner, sources, consumers and lineage. */
export const getConcept = operation({
  name: 'catalogue.get-concept',
  does: 'Shows a concept: what it means, who owns it, where its values are kept, who gets them, and the way they take to results.',
  kind: 'query',
  input: Type.Object({ concept: Type.String({ pattern: '^[a-z][a-z0-9-]*$', maxLength: 80 }) }),
  output: ConceptCard,
  permission: 'catalogue.entry.read',
  scope: openScope,
  refusals: [conceptNotFound],
})
