import type { Package, PackageProblem } from '@tereze/catalogue/contract'
import { compileExpression } from '@tereze/feel'
import { type Migration, majorOf, migrationFrom, migrationPath } from '../definition/migration.ts'
import { sameValue } from '../rules/same-value.ts'
import { compareSchemas } from './compare-schemas.ts'
import { hasField } from './schema-at.ts'

type Found = Pick<PackageProblem, 'file' | 'pointer' | 'code' | 'params'>

const released = /^released\/(\d+\.\d+\.\d+)\.schema\.json$/

const numbers = (version: string) => version.split('.').map(Number) as [number, number, number]
function compareVersions(a: string, b: string): number {
  const [left, right] = [numbers(a), numbers(b)]
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2]
}

/** Schemas of released versions that the package keeps, the newest first. */
function releasesOf(pack: Package): { version: string; schema: unknown }[] {
  return [...pack.json]
    .flatMap(([path, schema]) => {
      const version = released.exec(path)?.[1]
      return version === undefined ? [] : [{ version, schema }]
    })
    .sort((a, b) => compareVersions(b.version, a.version))
}

function checkMigration(pack: Package, { set, remove }: Migration, from: number, old: unknown): Found[] {
  const file = migrationPath(from)
  const schema = pack.json.get('data.schema.json')
  const names = Object.keys(((old as { properties?: object }).properties ?? {}) as object)
  const found: Found[] = []
  const wrong = (pointer: string, detail: string) =>
    found.push({ file, pointer, code: 'package.migration-wrong', params: { detail } })
  for (const [field, expression] of Object.entries(set ?? {})) {
    const pointer = `/set/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`
    const compiled = compileExpression(expression, { names })
    if (!compiled.ok) wrong(pointer, compiled.errors.map(({ code }) => code).join(', '))
    if (!hasField(schema, field)) wrong(pointer, field)
  }
  for (const [place, field] of (remove ?? []).entries()) if (!hasField(old, field)) wrong(`/remove/${place}`, field)
  return found
}

/**
 * Whether a register may follow the version before: content that fitted has to fit (the minor version rises), or the major
 * version rises and a migration says how old content becomes new. Each place where the schema takes less is named.
 */
export function checkEvolution(pack: Package): Found[] {
  const schema = pack.json.get('data.schema.json')
  const releases = releasesOf(pack)
  const own = releases.find(({ version }) => version === pack.version)
  const before = releases.find(({ version }) => compareVersions(version, pack.version) < 0)
  const card = (code: string, params: Found['params']): Found => ({
    file: 'register.json',
    pointer: '/version',
    code,
    params,
  })
  if (own !== undefined && !sameValue(own.schema, schema))
    return [card('package.released-changed', { version: own.version })]
  if (before === undefined)
    return pack.version === '1.0.0' || majorOf(pack.version) === 0 ? [] : [card('package.released-missing', {})]
  const major = majorOf(before.version)
  const narrower = compareSchemas(before.schema, schema)
  const migration = migrationFrom(pack, major)
  if (majorOf(pack.version) === major) {
    if (migration !== null)
      return [{ file: migrationPath(major), pointer: '', code: 'package.migration-needless', params: {} }]
    if (narrower.length > 0)
      return narrower.map(({ pointer, field, why }) => ({
        file: 'data.schema.json',
        pointer,
        code: 'package.schema-narrower',
        params: { field, why, before: before.version, next: `${major + 1}.0.0`, migration: migrationPath(major) },
      }))
    const isRaised = numbers(pack.version)[1] > numbers(before.version)[1]
    const isSame = sameValue(withoutWords(before.schema), withoutWords(schema))
    return isSame || isRaised ? [] : [card('package.version-not-raised', { before: before.version })]
  }
  if (migration !== null) return checkMigration(pack, migration, major, before.schema)
  return narrower.length === 0
    ? []
    : [card('package.migration-missing', { file: migrationPath(major), before: before.version })]
}

/** A schema without what only people read. */
function withoutWords(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutWords)
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([name, value]) => !(['title', 'description', '$comment'].includes(name) && typeof value === 'string'))
      .map(([name, value]) => [name, withoutWords(value)]),
  )
}
