import { type Package, packages } from '@tereze/catalogue/contract'
import { type JobContext, job } from '@tereze/foundation-operations'
import { recordsImported } from '../contract/record.ts'
import { definitionOf, type RegisterDefinition } from '../definition/definition.ts'
import { type Loading, loadPortion, PortionOvertaken } from '../importing/load-portion.ts'
import { type DeclaredParameters, parameterRows } from '../rules/parameter-rows.ts'

const register = 'legal-parameters'
const portion = 200

async function keep(
  { write }: JobContext,
  definition: RegisterDefinition,
  { id, version, json }: Package,
): Promise<number> {
  const rows = parameterRows(id, (json.get('parameters.json') ?? {}) as DeclaredParameters)
  const source = `jurisdiction:${id}@${version}`
  const loading: Loading = {
    found: { import: source, name: source, state: 'running', who: ['system'], startedBy: 'system:platform' },
    definition,
    settings: { mapping: {}, key: 'value', decimal: null, dates: null, empty: 'remove' },
    claimed: new Map(),
    added: new Set(),
  }
  let written = 0
  for (let from = 0; from < rows.length; from += portion) {
    written += await write(definition.owner, async context => {
      const results = await loadPortion(context, loading, rows.slice(from, from + portion))
      const refused = results.find(({ outcome }) => outcome === 'refused')
      if (refused !== undefined) throw new Error(`${source}: ${JSON.stringify(refused.problems)}`)
      const count = results.filter(({ outcome }) => outcome !== 'same').length
      if (count > 0) await context.emit(recordsImported, { subject: source, data: { register, import: source, count } })
      return count
    })
  }
  return written
}

/**
 * Keeps the register of legal parameters as the published jurisdictions declare them: every value with its clause and its days.
 * What changed gets a version; what is as it was, nothing. Looks again only when packages were published.
 */
export const keepParametersJob = job({
  name: 'registers.keep-parameters',
  every: 30_000,
  patient: true,
  async run(context) {
    const all = context.ports.get(packages)
    const pack = all.find('register', register)
    const jurisdictions = all.list('jurisdiction')
    if (pack === null || kept.has(jurisdictions)) return 0
    let written = 0
    try {
      for (const jurisdiction of jurisdictions) written += await keep(context, definitionOf(pack), jurisdiction)
    } catch (error) {
      // Another node writes the same at this moment: it is looked at anew.
      if (error instanceof PortionOvertaken) return 0
      throw error
    }
    kept.add(jurisdictions)
    return written
  },
})

/** Lists of packages whose parameters are in the register; a new list is made whenever one is published. */
const kept = new WeakSet<readonly Package[]>()
