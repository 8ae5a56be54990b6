import { join } from 'node:path'
import type { Created } from './created.ts'
import { fillTemplates } from './fill-templates.ts'
import { linkWorkspace } from './link-workspace.ts'
import { assertKebab, camelCase, pascalCase, words } from './names.ts'

/** A pure library with one function, its test and its README: `npm run create library <name>`. */
export function createLibrary(project: string, args: readonly string[]): Created {
  const name = assertKebab(args[0], 'The name of a library')
  const folder = `libraries/${name}`
  const files = fillTemplates(join(import.meta.dirname, 'templates/library'), join(project, folder), project, {
    name,
    camel: camelCase(name),
    pascal: pascalCase(name),
    words: words(name),
  })
  linkWorkspace(project, folder)
  return { files, next: [`npx vitest run ${folder}`, `Say in ${folder}/README.md what it is for`] }
}
