import { meantBy } from '@tereze/meta-model'
import type { PackageProblem } from '../contract/kinds.ts'
import type { Package, Packages } from '../contract/packages.ts'
import { conceptsOf, schemasOf } from '../rules/concepts-of.ts'

/** A field of a form as its layout says it. */
interface Item {
  readonly field?: string
  /** Whether it is chosen from what is known, computed, or filled in with what is known. */
  readonly from?: string
  readonly calculate?: string
  readonly prefill?: string
  /** Clause that lets the person say it although a source knows such a value. */
  readonly because?: string
  readonly items?: readonly Item[]
}

interface Source {
  readonly id: string
  readonly into?: string
  readonly contract?: string
  readonly register?: string
  readonly otherwise: string
  readonly faults?: Readonly<Record<string, { readonly do: string; readonly after?: string }>>
}

function itemsOf(items: readonly Item[], place: string): { item: Item; place: string }[] {
  return items.flatMap((item, index) => {
    const here = `${place}/${index}`
    return [{ item, place: here }, ...itemsOf(item.items ?? [], `${here}/items`)]
  })
}

const below = (whole: string, field: string) => field === whole || field.startsWith(`${whole}/`)

/** Whether the person is asked where the source does not answer. */
function asksApplicant({ otherwise, faults }: Source): boolean {
  const rules = [{ do: otherwise, after: undefined }, ...Object.values(faults ?? {})]
  return rules.some(rule => rule.do === 'ask-applicant' || rule.after === 'ask-applicant')
}

/** The concepts of what a source answers. */
function conceptsFetched(source: Source, all: Packages): ReadonlySet<string> {
  const pack =
    source.contract === undefined
      ? all.find('register', source.register ?? '')
      : all.find('contract', source.contract.split('@')[0] ?? '')
  const fields = pack === null ? [] : schemasOf(pack).flatMap(({ at, fields }) => (at === '/request' ? [] : fields))
  return new Set(meantBy(fields, conceptsOf(all)).map(({ concept }) => concept.id))
}

/**
 * A form never asks for what a register knows, wherever it would put the answer: a field whose concept a source of the same service
 * fetches is chosen from what is known (`from`), filled in with it (`prefill`), or computed; or a source of that concept asks the person
 * where it has no answer; or the form names the clause by which the person says it all the same (`because`), as of somebody else.
 */
export function checkAskedConcepts(pack: Package, all: Packages): PackageProblem[] {
  const sources = (pack.json.get('sources.json') ?? []) as unknown as readonly Source[]
  const clauses = (pack.json.get('regulation.json')?.clauses ?? []) as unknown as readonly { readonly id: string }[]
  if (sources.length === 0) return []
  const concepts = new Map(
    schemasOf(pack).flatMap(({ fields }) =>
      meantBy(fields, conceptsOf(all)).map(({ field, concept }) => [field.path, concept.id] as const),
    ),
  )
  const fetched = sources.map(source => ({ source, concepts: conceptsFetched(source, all) }))
  const isAsked = ({ field, from, calculate, prefill, because }: Item) =>
    field !== undefined &&
    from === undefined &&
    calculate === undefined &&
    prefill === undefined &&
    !clauses.some(({ id }) => id === because)
  return [...pack.json]
    .filter(([file]) => file.endsWith('.form.json'))
    .flatMap(([file, { pages }]) =>
      itemsOf(pages as unknown as readonly Item[], '/pages').flatMap(({ item, place }) => {
        const { field = '' } = item
        const concept = concepts.get(field) ?? concepts.get(`${field}/*`)
        // What stands at the place of a source is looked at by cases.
        if (
          !isAsked(item) ||
          concept === undefined ||
          sources.some(({ into }) => into !== undefined && below(into, field))
        )
          return []
        const knowing = fetched.filter(({ concepts: known }) => known.has(concept)).map(({ source }) => source)
        const [known] = knowing
        if (known === undefined || knowing.some(asksApplicant)) return []
        return [
          {
            package: `${pack.kind}:${pack.id}`,
            file,
            pointer: place,
            code: 'package.concept-is-asked',
            params: { field, concept, source: known.id },
          },
        ]
      }),
    )
}
