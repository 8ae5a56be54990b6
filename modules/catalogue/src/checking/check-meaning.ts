import { parse } from '@tereze/dmn'
import { checkFields, conceptIdOf } from '@tereze/meta-model'
import type { PackageProblem } from '../contract/kinds.ts'
import type { Package, Packages } from '../contract/packages.ts'
import { conceptsOf, schemasOf } from '../rules/concepts-of.ts'

/** What an expression of a case sees beside its data (content/README.md); each means what its own package says. */
const surroundings: ReadonlySet<string> = new Set([
  'case',
  'service',
  'variant',
  'grounds',
  'parameters',
  'facts',
  'missing',
  'decisions',
  'decision',
  'answers',
  'records',
  'documents',
  'payments',
])

function propertiesOf(pack: Package | null): string[] {
  const properties = pack?.json.get('data.schema.json')?.properties
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : []
}

/** The process that a service runs, when it is not its own. */
function processOf(pack: Package, all: Packages): Package | null {
  const name = pack.json.get('service.json')?.process
  const [id = '', version] = typeof name === 'string' ? name.split('@') : []
  return id === '' ? null : all.find('process', id, version)
}

/** The inputs of decisions are fields of the case, which name their concepts, or what every case has around it. */
function checkInputs(pack: Package, all: Packages): PackageProblem[] {
  const known = new Set([...surroundings, ...propertiesOf(pack), ...propertiesOf(processOf(pack, all))])
  return [...pack.text].flatMap(([file, text]) => {
    const parsed = file.endsWith('.dmn') ? parse(text) : null
    if (parsed === null || !parsed.ok) return []
    return parsed.model.inputs
      .filter(({ name }) => !known.has(name))
      .map(({ id, name }) => ({
        package: `${pack.kind}:${pack.id}`,
        file,
        pointer: `/${id}`,
        code: 'package.decision-input-unknown',
        params: { input: name },
      }))
  })
}

/**
 * One meaning for every datum: each field of a register, a service, a process and a contract, and each input of a decision, has
 * a concept of the meta-model and its type; a register holds records of a concept that is one of records.
 */
export function checkMeaning(pack: Package, all: Packages): PackageProblem[] {
  const concepts = conceptsOf(all)
  const name = `${pack.kind}:${pack.id}`
  const problems: PackageProblem[] = schemasOf(pack).flatMap(({ file, at, fields }) =>
    checkFields(fields, concepts).map(({ pointer, code, params }) => ({
      package: name,
      file,
      pointer: `${at}${pointer}`,
      code: `package.${code}`,
      params,
    })),
  )
  const records = pack.kind === 'register' ? pack.json.get('register.json')?.concept : undefined
  if (typeof records === 'string') {
    const concept = concepts.get(conceptIdOf(records))
    const place = { package: name, file: 'register.json', pointer: '/concept' }
    if (concept === undefined)
      problems.push({ ...place, code: 'package.concept-unknown', params: { concept: conceptIdOf(records) } })
    else if (concept.type !== 'record')
      problems.push({
        ...place,
        code: 'package.concept-type',
        params: { concept: concept.id, says: concept.type, is: 'record' },
      })
  }
  return [...problems, ...(pack.kind === 'service' ? checkInputs(pack, all) : [])]
}
