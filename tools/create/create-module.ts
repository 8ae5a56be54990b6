import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Created } from './created.ts'
import { fillTemplates } from './fill-templates.ts'
import { linkWorkspace } from './link-workspace.ts'
import { assertKebab, camelCase, NameProblem, pascalCase, plural, singular, snakeCase, words } from './names.ts'

/**
 * A module that owns one noun, from contract to table, tested and with words in three languages:
 * `npm run create module inspections` or `… module oversight --noun site-visit`.
 */
export function createModule(project: string, args: readonly string[], now: Date): Created {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { noun: { type: 'string' } },
  })
  const name = positionals[0] ?? ''
  if (!/^[a-z][a-z0-9]*$/.test(name)) {
    throw new NameProblem(`A module's name is one word in lower case, because it is also its schema; got "${name}".`)
  }
  const noun = assertKebab(values.noun ?? singular(name), 'The noun of a module')
  const folder = `modules/${name}`
  const files = fillTemplates(join(import.meta.dirname, 'templates/module'), join(project, folder), project, {
    module: name,
    noun,
    nouns: plural(noun),
    table: snakeCase(plural(noun)),
    prefix: snakeCase(noun),
    camel: camelCase(noun),
    camels: camelCase(plural(noun)),
    pascal: pascalCase(noun),
    words: words(noun),
    stamp: migrationStamp(now),
  })
  linkWorkspace(project, folder)
  return {
    files,
    next: [
      `npx vitest run ${folder}`,
      'npm run generate   (its table of contents, its reference page, the OpenAPI document)',
      `Bind it: add ${name} to the list of modules of apps/server, and "${name}.${noun}.register" and "${name}.${noun}.read" to roles in modules/access`,
      'Give it its place in tools/laws/storeys.ts when other modules are to build on it; until then it stands above all',
      `Say in ${folder}/README.md what it is for`,
    ],
  }
}

/** `20261122-0930`: migrations sort by it. */
export function migrationStamp(now: Date): string {
  const digits = now.toISOString().replace(/\D/g, '')
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}`
}
