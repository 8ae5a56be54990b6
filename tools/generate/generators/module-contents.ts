import { declaredBy } from '../declared.ts'
import type { Generator } from '../generator.ts'
import { betweenMarkers, code, table } from '../markdown.ts'

/** The contents of each module, between the markers of its README. */
export const generator: Generator = {
  makes: "operations, events and refusals in each module's README",
  files: ({ modules, read }) =>
    Object.fromEntries(
      modules.map(found => {
        const path = `modules/${found.name}/README.md`
        const { operations, protocols, events, refusals } = declaredBy(found)
        const parts = [
          '## Operations',
          table(
            ['operation', 'does', 'permission'],
            [...operations, ...protocols].map(({ name, does, permission }) => [code(name), does, code(permission)]),
          ),
          '## Events',
          table(
            ['event', 'does'],
            events.map(({ type, version, does }) => [code(`${type}@${version}`), does]),
          ),
          '## Refusals',
          table(
            ['refusal', 'kind'],
            refusals.map(({ code: id, is }) => [code(id), is]),
          ),
        ]
        return [path, betweenMarkers(read(path) ?? `# ${found.name}\n`, parts.join('\n\n'))]
      }),
    ),
}
