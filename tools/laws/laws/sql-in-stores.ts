import ts from 'typescript'
import type { Law, Offence } from '../law.ts'
import { isCode, isProof, storeyOf } from '../storeys.ts'
import { placeOf, type Tree, visit } from '../tree.ts'

/** SQL lives in `store/` and `migrations/` and speaks of its module's own schema. */
export const law: Law = {
  says: "A module's SQL stands in store/ and migrations/ and touches only the module's own schema.",
  why: "Whoever reads another module's tables is broken by that module's next change, and no test of either sees it.",
  remedy: "Move the statement to src/store/; for another module's data call its operation or subscribe to its event.",
  looksAt: tree => moduleFiles(tree).length,
  check: tree =>
    moduleFiles(tree).flatMap(path =>
      path.endsWith('.sql') ? migrationOffences(tree, path) : codeOffences(tree, path),
    ),
  broken: [
    { 'modules/cases/src/operations/x.ts': 'const rows = await rows(tx, sql`select id from cases.cases`)' },
    { 'modules/cases/src/store/x.ts': 'export const x = sql`select id from registers.records where id = 1`' },
    { 'modules/cases/src/store/x.ts': 'export const x = sql`insert into cases.cases select id from audit.lines`' },
    {
      'modules/cases/migrations/20260101-0000-x.sql':
        'create table cases.x (id text references registers.records (id));',
    },
    { 'apps/server/src/x.ts': 'const x = await client.query(sql`select 1`)' },
  ],
  lawful: [
    {
      'modules/cases/src/store/x.ts':
        'export const x = sql`select extract(epoch from c.begun_at), events.emit() from cases.cases c join cases.tasks t on t.case_id = c.id where c.a is distinct from t.b`',
      'modules/cases/migrations/20260101-0000-x.sql':
        "create table cases.x (id text); select tereze.own_by_tenant('cases.x');",
    },
  ],
}

function moduleFiles(tree: Tree): string[] {
  const looked = ['module', 'server-app', 'web-app', 'ui', 'library']
  return tree.paths.filter(
    path => (isCode(path) || path.endsWith('.sql')) && looked.includes(storeyOf(path)) && !isProof(path),
  )
}

function codeOffences(tree: Tree, path: string): Offence[] {
  const offences: Offence[] = []
  const inStore = /^modules\/[^/]+\/src\/store\//.test(path)
  visit(tree.syntax(path), node => {
    if (!ts.isTaggedTemplateExpression(node) || !/^sql\b/.test(node.tag.getText())) return
    const place = placeOf(path, node)
    if (!inStore) offences.push({ place, what: 'SQL outside store/' })
    else offences.push(...foreignSchemas(path, node.template.getText(), place))
  })
  return offences
}

function migrationOffences(tree: Tree, path: string): Offence[] {
  return foreignSchemas(path, tree.text(path).replace(/--.*$/gm, ''), path)
}

function foreignSchemas(path: string, sql: string, place: string): Offence[] {
  const own = (path.split('/')[1] ?? '').replaceAll('-', '_')
  const statements = sql
    .replace(/\b(extract|trim|substring|overlay)\s*\([^()]*\bfrom\b/gi, '')
    .replace(/\bdistinct\s+from\b/gi, '')
    .replace(/\blateral\b/gi, '')
  const named =
    /\b(?:from|join|into|update|table(?:\s+if\s+(?:not\s+)?exists)?|references|truncate|using|on\s+table)\s+(?:only\s+)?"?([a-z_]+)"?\."?[a-z_]+"?/gi
  return [...statements.matchAll(named)]
    .filter(match => (match[1] ?? '').replaceAll('-', '_').toLowerCase() !== own)
    .map(match => ({ place, what: `touches the schema ${match[1]}: ${match[0].trim()}` }))
}
