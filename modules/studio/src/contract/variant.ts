import { OrganisationId, operation, refusal, Text } from '@tereze/operation'
import type { ActOfJoining, DigitalRegulation } from '@tereze/regulation'
import { type Static, Type } from 'typebox'
import {
  DraftId,
  draftBegun,
  draftsTooMany,
  PackageId,
  PackageVersion,
  packageNotFound,
  regulationInvalid,
} from './draft.ts'

/** No package of this id is published that has joined a template which is known. */
export const variantNotFound = refusal('studio.variant-not-found', 'not-found')
/** The variant stands on the template in use already. */
export const variantCurrent = refusal('studio.variant-current', 'conflict')
/** Another version of the template is in use by now: `version`. */
export const templateMoved = refusal('studio.template-moved', 'conflict')
/** Places that both the variant and its template changed, and nobody chose which stays; each stands under `also`. */
export const collisionsOpen = refusal('studio.collisions-open', 'conflict')

/**
 * How a service stands in a region: nobody has joined it · only in a draft of one's own · on the template in use · on an earlier one with
 * nothing in the way · on an earlier one, and something collides.
 */
export const VariantState = Type.Union([
  Type.Literal('none'),
  Type.Literal('draft'),
  Type.Literal('joined'),
  Type.Literal('behind'),
  Type.Literal('conflicts'),
])
/** How a service stands in a region. */
export type VariantState = Static<typeof VariantState>

/** A published variant in a list. */
export const VariantCard = Type.Object({
  package: PackageId,
  title: Text,
  version: PackageVersion,
  owner: OrganisationId,
  /** The version of the template that it stands on. */
  base: PackageVersion,
  /** How many of its differences the template in use changed too, or keeps closed by now. */
  collisions: Type.Integer({ minimum: 0 }),
  /** How many places it says otherwise than its template. */
  differs: Type.Integer({ minimum: 0 }),
})
/** A published variant in a list. */
export type VariantCard = Static<typeof VariantCard>

/** A typical service in a region. */
export const VariantCell = Type.Object({
  service: PackageId,
  region: Type.String(),
  state: VariantState,
  variants: Type.Array(VariantCard),
  /** The newest draft of one's own organisation; null where there is none. */
  draft: Type.Union([DraftId, Type.Null()]),
  /** Whether one's own organisation serves the region. */
  own: Type.Boolean(),
})
/** A typical service in a region. */
export type VariantCell = Static<typeof VariantCell>

/** The readiness matrix. */
export const listVariants = operation({
  name: 'studio.list-variants',
  does: 'Gives for every typical service and every region whether and how the region has joined it, with the own drafts of an organisation.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({
    regions: Type.Array(Type.Object({ region: Type.String(), title: Text })),
    services: Type.Array(
      Type.Object({ package: PackageId, title: Text, version: PackageVersion, owner: OrganisationId }),
    ),
    /** One for each service and region, in their order. */
    cells: Type.Array(VariantCell),
  }),
  permission: 'studio.variant.read',
})

const Regulation = Type.Unsafe<DigitalRegulation>(Type.Record(Type.String(), Type.Unknown()))

/** A variant with its template. */
export const getVariant = operation({
  name: 'studio.get-variant',
  does: 'Gives a published variant: its act of joining, the template it stands on, and the one in use where that is another.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, package: PackageId }),
  output: Type.Object({
    variant: VariantCard,
    state: VariantState,
    act: Type.Unsafe<ActOfJoining>(Type.Record(Type.String(), Type.Unknown())),
    template: Regulation,
    /** What the act comes to over its template. */
    joined: Regulation,
    /** The template in use; null where the variant stands on it. */
    newest: Type.Union([Regulation, Type.Null()]),
    draft: Type.Union([DraftId, Type.Null()]),
    /** Whether it belongs to the organisation. */
    own: Type.Boolean(),
  }),
  permission: 'studio.variant.read',
  refusals: [variantNotFound],
})

/** Moves a variant to the template in use, in a draft. */
export const upgradeVariant = operation({
  name: 'studio.upgrade-variant',
  does: 'Begins a draft of a variant on the template in use: what only one side changed comes by itself, what both changed as was chosen; edits by hand stay.',
  input: Type.Object({
    organisation: OrganisationId,
    package: PackageId,
    /** The version of the template that was looked at. */
    to: PackageVersion,
    /** Places at which what the template says is taken. */
    take: Type.Array(Type.String({ maxLength: 1000 }), { maxItems: 1000, uniqueItems: true }),
    /** Places at which the variant stays as it is. */
    keep: Type.Array(Type.String({ maxLength: 1000 }), { maxItems: 1000, uniqueItems: true }),
  }),
  output: Type.Object({
    draft: DraftId,
    /** How many parts of its files were edited by hand and are made otherwise now; the edits stay until somebody decides. */
    edited: Type.Integer({ minimum: 0 }),
  }),
  permission: 'studio.draft.write',
  refusals: [
    variantNotFound,
    variantCurrent,
    templateMoved,
    collisionsOpen,
    packageNotFound,
    regulationInvalid,
    draftsTooMany,
  ],
  emits: [draftBegun],
})
