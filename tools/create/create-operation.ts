import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Created } from './created.ts'
import { addImport, addToList } from './edit-source.ts'
import { fillTemplates } from './fill-templates.ts'
import { camelCase, NameProblem, words } from './names.ts'

/**
 * An operation of a module: definition in the contract, handler, test, and its line in the table of contents.
 * `npm run create operation inspections.close-inspection`, with `--query` for one that only reads.
 */
export function createOperation(project: string, args: readonly string[]): Created {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { query: { type: 'boolean', default: false } },
  })
  const [, module = '', verb = '', noun = ''] =
    /^([a-z][a-z0-9]*)\.([a-z]+)-([a-z0-9-]+)$/.exec(positionals[0] ?? '') ?? []
  const folder = `modules/${module}`
  if (!noun)
    throw new NameProblem(
      `An operation is module.verb-noun, such as "inspections.close-inspection"; got "${positionals[0] ?? ''}".`,
    )
  if (!existsSync(join(project, folder, 'src/index.ts'))) {
    throw new NameProblem(`There is no module "${module}". Make it first: npm run create module ${module}`)
  }
  const name = `${verb}-${noun}`
  const holes = {
    module,
    name,
    noun,
    verb,
    camel: camelCase(name),
    words: words(name),
    kind: values.query ? 'query' : 'command',
    outcome: values.query ? 'reads' : 'does',
  }
  const files = fillTemplates(join(import.meta.dirname, 'templates/operation'), join(project, folder), project, holes)
  const contract = declare(project, folder, holes)
  const index = join(project, folder, 'src/index.ts')
  const listed = addToList(readFileSync(index, 'utf8'), 'module', 'operations', `${holes.camel}Handler`)
  writeFileSync(index, addImport(listed, `./operations/${name}.ts`, [`${holes.camel}Handler`]))
  return {
    files: [...files, contract, `${folder}/src/contract/index.ts`, `${folder}/src/index.ts`],
    next: [
      `Write what it takes, gives and refuses in ${contract}, then what it does in ${folder}/src/operations/${name}.ts`,
      `Give "${module}.${noun}.${verb}" to roles in modules/access`,
      `npx vitest run ${folder}`,
      'npm run generate   (the table of contents, the reference page, the OpenAPI document)',
    ],
  }
}

/** Puts the definition into the contract's file of its noun, which is made when it is the first of the noun. */
function declare(project: string, folder: string, holes: Readonly<Record<string, string>>): string {
  const contracts = join(project, folder, 'src/contract')
  const file = `${holes.noun}.ts`
  const known = existsSync(join(contracts, file)) ? readFileSync(join(contracts, file), 'utf8') : ''
  const withImports = addImport(addImport(known, 'typebox', ['Type']), '@tereze/operation', [
    'operation',
    'OrganisationId',
  ])
  writeFileSync(join(contracts, file), `${withImports.trimEnd()}\n\n${definition(holes)}`)
  if (!known) {
    const index = join(contracts, 'index.ts')
    const doors = existsSync(index) ? readFileSync(index, 'utf8') : ''
    writeFileSync(index, `${doors}export * from './${file}'\n`)
  }
  return `${folder}/src/contract/${file}`
}

function definition({
  module,
  name,
  noun,
  verb,
  camel,
  words: sentence,
  kind,
}: Readonly<Record<string, string>>): string {
  const does = `${sentence?.charAt(0).toUpperCase()}${sentence?.slice(1)}.`
  return `/** ${does} */
export const ${camel} = operation({
  name: '${module}.${name}',
  does: '${does}',
  kind: '${kind}',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({}),
  permission: '${module}.${noun}.${verb}',
})
`
}
