import type { Generator } from '../generator.ts'

/** Formats of the small files that Studio edits by forms. */
const formats = [
  'access',
  'common',
  'credential',
  'notice',
  'payments',
  'powers',
  'presentation',
  'process',
  'profile',
  'quality',
  'records',
  'service',
  'signatories',
  'situation',
  'sources',
  'ties',
]

/** What only people read in a schema: editors have words of their own, in three languages. */
const told = new Set(['$schema', 'title', 'description'])

/** A schema without what is told about it; names of members are kept whatever they are. */
function bare(schema: unknown, isNames = false): unknown {
  if (Array.isArray(schema)) return schema.map(one => bare(one))
  if (typeof schema !== 'object' || schema === null) return schema
  // A text that is an expression says so only where people read it.
  if ('description' in schema && String(schema.description).startsWith('"= …"'))
    return { ...(bare({ ...schema, description: null }) as object), expression: true }
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([name]) => isNames || !told.has(name))
      .map(([name, part]) => [name, bare(part, !isNames && (name === 'properties' || name === '$defs'))]),
  )
}

/** The formats that the editors of Studio draw forms from: browsers cannot read the content folder. */
export const generator: Generator = {
  makes: 'the formats of small files for the editors of Studio',
  files: ({ read }) => {
    const all = formats.map(name => {
      const text = read(`content/format/${name}.schema.json`)
      if (text === undefined) throw new Error(`there is no format ${name}`)
      return `  ${JSON.stringify(name)}: ${JSON.stringify(bare(JSON.parse(text)))}`
    })
    return { 'libraries/package-changes/src/file/formats.json': `{\n${all.join(',\n')}\n}\n` }
  },
}
