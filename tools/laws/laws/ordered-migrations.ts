import type { Law } from '../law.ts'
import { folderOf } from '../packages.ts'
import type { Tree } from '../tree.ts'

const name = /^\d{8}-\d{4}-[a-z]+(-[a-z0-9]+)+\.sql$/

/** Migrations are named for their moment and for what they do. */
export const law: Law = {
  says: 'A migration is named YYYYMMDD-HHMM-verb-noun.sql, no two of a set share a moment, and none takes anything back.',
  why: 'They run in the order of their names on every database there is, once, forward only.',
  remedy:
    'Rename the new file to the present moment; undo a released migration by a later one, in steps: expand, migrate, contract.',
  looksAt: tree => migrations(tree).length,
  check: tree =>
    migrations(tree).flatMap(path => {
      const file = path.split('/').at(-1) ?? ''
      const twin = migrations(tree).find(
        other => other < path && folderOf(other) === folderOf(path) && stamp(other) === stamp(path),
      )
      const undoes =
        /\bdrop\s+(table|column|schema)\b/i.test(tree.text(path).replace(/--.*$/gm, '')) && !/-contract-/.test(file)
      return [
        ...(name.test(file) ? [] : [{ place: path, what: 'is not named YYYYMMDD-HHMM-verb-noun.sql' }]),
        ...(twin ? [{ place: path, what: `has the moment of ${twin}` }] : []),
        ...(undoes ? [{ place: path, what: 'drops something; a contracting step is named …-contract-….sql' }] : []),
      ]
    }),
  broken: [
    { 'modules/x/migrations/001-create.sql': '' },
    { 'modules/x/migrations/20260101-0000-create-a.sql': '', 'modules/x/migrations/20260101-0000-create-b.sql': '' },
    { 'modules/x/migrations/20260101-0000-remove-a.sql': 'drop table x.a;' },
  ],
  lawful: [
    {
      'modules/x/migrations/20260101-0000-create-a.sql': 'create table x.a (id text); -- drop table is for later',
      'modules/y/migrations/20260101-0000-create-a.sql': '',
      'modules/x/migrations/20260301-0000-contract-a.sql': 'alter table x.a drop column b;',
    },
  ],
}

function migrations(tree: Tree): string[] {
  return tree.paths.filter(path => /\/migrations\/[^/]+\.sql$/.test(path))
}

function stamp(path: string): string {
  return (path.split('/').at(-1) ?? '').slice(0, 13)
}
