import type { Law } from '../law.ts'
import { packagesOf } from '../packages.ts'

const doors: Readonly<Record<string, string>> = { '.': './src/index.ts', './contract': './src/contract/index.ts' }

/** Exports maps: `.` and, for a module, `./contract`. */
export const law: Law = {
  says: 'A package has the door "." and a module also "./contract", and no other.',
  why: 'What is not exported can change freely; every further door is a promise nobody remembers making.',
  remedy:
    'Write exactly these exports into package.json: {".": "./src/index.ts"} and for a module "./contract": "./src/contract/index.ts".',
  looksAt: tree => packagesOf(tree).length,
  check: tree =>
    packagesOf(tree).flatMap(({ folder, exports }) => {
      const wanted = folder.startsWith('modules/') ? ['.', './contract'] : ['.']
      const map = exports && typeof exports === 'object' ? (exports as Record<string, unknown>) : {}
      const place = `${folder}/package.json`
      return [
        ...wanted
          .filter(door => map[door] !== doors[door])
          .map(door => ({ place, what: `door "${door}" is not ${doors[door]}` })),
        ...Object.keys(map)
          .filter(door => !wanted.includes(door))
          .map(door => ({ place, what: `door "${door}" should not be` })),
      ]
    }),
  broken: [
    {
      'libraries/feel/package.json':
        '{"name":"@tereze/feel","exports":{".":"./src/index.ts","./parser":"./src/parser.ts"}}',
    },
    { 'libraries/feel/package.json': '{"name":"@tereze/feel"}' },
    { 'modules/cases/package.json': '{"name":"@tereze/cases","exports":{".":"./src/index.ts"}}' },
  ],
}
