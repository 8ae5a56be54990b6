import type { Law } from '../law.ts'
import { isCode } from '../storeys.ts'
import type { Tree } from '../tree.ts'

const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/

/** File and folder names. */
export const law: Law = {
  says: 'Code files and the folders they lie in are named in kebab-case.',
  why: 'One way to write a name is one way to find it, on file systems that know upper case and on those that do not.',
  remedy: 'Rename the file after what it exports: registerRecord lives in register-record.ts.',
  looksAt: tree => files(tree).length,
  check: tree =>
    files(tree)
      .filter(path => path.split('/').some(name => !kebab.test(name)))
      .map(place => ({ place, what: 'is not kebab-case' })),
  broken: [
    { 'libraries/x/src/registerRecord.ts': '' },
    { 'libraries/x/src/Register/index.ts': '' },
    { 'ui/x/src/big_button.css': '' },
  ],
  lawful: [{ 'libraries/x/src/read-record.db.test.ts': '', 'modules/x/migrations/20261122-0930-create.sql': '' }],
}

function files(tree: Tree): string[] {
  return tree.paths.filter(path => (isCode(path) || /\.(css|sql)$/.test(path)) && !path.startsWith('conformance/'))
}
