import type { Law, Offence } from '../law.ts'
import { type Package, packagesOf } from '../packages.ts'

const doors: Readonly<Record<string, string>> = { '.': './src/index.ts', './contract': './src/contract/index.ts' }

/** Exports maps: `.` and, for a module, `./contract`. */
export const law: Law = {
  says: 'A package has the door "." and a module also "./contract", and no other.',
  why: 'What is not exported can change freely; every further door is a promise nobody remembers making.',
  remedy:
    'Write into package.json the export ".": "./src/index.ts", for a module also "./contract": "./src/contract/index.ts"; a web app may give what it built: {"types": "./src/index.ts", "default": "./dist/…"}.',
  looksAt: tree => packagesOf(tree).length,
  check: tree => packagesOf(tree).flatMap(judge),
  broken: [
    {
      'libraries/feel/package.json':
        '{"name":"@tereze/feel","exports":{".":"./src/index.ts","./parser":"./src/parser.ts"}}',
    },
    { 'libraries/feel/package.json': '{"name":"@tereze/feel"}' },
    { 'modules/cases/package.json': '{"name":"@tereze/cases","exports":{".":"./src/index.ts"}}' },
    {
      'ui/forms/package.json':
        '{"name":"@tereze/ui-forms","exports":{".":{"types":"./src/index.ts","default":"./dist/index.js"}}}',
    },
  ],
  lawful: [
    {
      'apps/portal/package.json':
        '{"name":"@tereze/portal","exports":{".":{"types":"./src/index.ts","default":"./dist/server.js"}}}',
    },
  ],
}

function judge({ folder, exports }: Package): Offence[] {
  const place = `${folder}/package.json`
  const wanted = folder.startsWith('modules/') ? ['.', './contract'] : ['.']
  const map = exports && typeof exports === 'object' ? (exports as Record<string, unknown>) : {}
  const opens = (door: string) => map[door] === doors[door] || (folder.startsWith('apps/') && isBuilt(map[door]))
  return [
    ...wanted.filter(door => !opens(door)).map(door => ({ place, what: `door "${door}" is not ${doors[door]}` })),
    ...Object.keys(map)
      .filter(door => !wanted.includes(door))
      .map(door => ({ place, what: `door "${door}" should not be` })),
  ]
}

/** A web app holds .tsx, which Node does not run: its types are the sources', its code is what its build made. */
function isBuilt(target: unknown): boolean {
  const { types, default: code } = (target ?? {}) as { types?: string; default?: string }
  return types === './src/index.ts' && code?.startsWith('./dist/') === true
}
