import type { Package, PackageProblem, PackageSupport, Packages } from '@tereze/catalogue/contract'
import { type Language, languages } from '@tereze/operation'
import { lackingField } from './rules/lacking-field.ts'
import { reviewTemplate } from './rules/review-template.ts'
import { ownWords } from './templates/own-words.ts'

/** What every case has beside its data (`content/README.md`). */
const surroundings = [
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
  'repeated',
  'records',
  'documents',
  'payments',
]

function schemaOf(pack: Package | null): Readonly<Record<string, unknown>> {
  const properties = pack?.json.get('data.schema.json')?.properties
  return typeof properties === 'object' && properties !== null ? (properties as Record<string, unknown>) : {}
}

function processOf(pack: Package, all: Packages): Package | null {
  const name = pack.json.get('service.json')?.process
  const [id = '', version] = typeof name === 'string' ? name.split('@') : []
  return id === '' ? null : all.find('process', id, version)
}

function checkTemplates(pack: Package, all: Packages): PackageProblem[] {
  const process = processOf(pack, all)
  const properties = { ...schemaOf(process), ...schemaOf(pack) }
  // Which jurisdiction fills in what a service does not say, its owner's says; a key that any has is known.
  const sources = [pack, process, ...all.list('jurisdiction')].flatMap(one => (one === null ? [] : [one.messages]))
  const around = {
    names: new Set([...Object.keys(properties), ...surroundings]),
    schema: { properties },
    fill(key: string, language: Language, fields: readonly string[]) {
      const found = [...sources, ownWords].find(one => languages.some(each => one.has(key, each)))
      if (found === undefined) return null
      if (!found.has(key, language)) return { text: '' }
      try {
        return { text: found.text(key, language, Object.fromEntries(fields.map(field => [field, 1]))) }
      } catch (error) {
        const lacks = lackingField(error)
        // What cannot be read at all the check of words tells.
        return lacks === null ? { text: key } : { lacks }
      }
    },
  }
  return [...pack.json]
    .filter(([file]) => file.startsWith('documents/') && file.endsWith('.document.json'))
    .flatMap(([file, template]) =>
      reviewTemplate(template, around).map(problem => ({ package: `service:${pack.id}`, file, ...problem })),
    )
}

/** Checks the document templates of services: their expressions, values, conditions and words. */
export const documentPackages: PackageSupport = {
  kind: 'service',
  check: async (pack, all) => checkTemplates(pack, all),
  activate: async () => undefined,
}
