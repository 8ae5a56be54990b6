import type { VariantCell, VariantState } from '../contract/variant.ts'
import type { Variant } from './variants-in.ts'

/** A draft of one's own that is an act of joining. */
export interface JoiningDraft {
  readonly draft: string
  readonly package: string
  /** The id of its template. */
  readonly template: string
}

/** What the matrix is made of. */
export interface Matrix {
  readonly services: readonly string[]
  readonly regions: readonly string[]
  readonly variants: readonly Variant[]
  /** Which regions a body serves. */
  regionsOf(body: string): readonly string[]
  /** The organisation that asks, and its drafts, the last saved first. */
  readonly organisation: string
  readonly drafts: readonly JoiningDraft[]
}

/** The more somebody has to do, the later. */
const byCare: readonly VariantState[] = ['none', 'draft', 'joined', 'behind', 'conflicts']

function worst(states: readonly VariantState[]): VariantState {
  return byCare.findLast(state => states.includes(state)) ?? 'none'
}

/** The cells of the readiness matrix, service by service: where several bodies of a region have joined, the one that needs care most counts. */
export function variantCells(matrix: Matrix): VariantCell[] {
  const { services, regions, variants, organisation, drafts } = matrix
  const ownRegions = matrix.regionsOf(organisation)
  return services.flatMap(service =>
    regions.map((region): VariantCell => {
      const here = variants.filter(
        ({ card, template }) => template.id === service && matrix.regionsOf(card.owner).includes(region),
      )
      const own = ownRegions.includes(region)
      const draft = own ? (drafts.find(({ template }) => template === service)?.draft ?? null) : null
      const states: VariantState[] = here.map(({ state }) => state)
      return {
        service,
        region,
        state: worst(draft === null ? states : ['draft', ...states]),
        variants: here.map(({ card }) => card),
        draft,
        own,
      }
    }),
  )
}
