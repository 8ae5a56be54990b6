import type { Package, PackageProblem, Packages } from '@tereze/catalogue/contract'
import type { RegisterFields } from '@tereze/registers/contract'
import { type DatasetDefinition, type Dimension, definitionOf, readerOf } from '../definition/definition.ts'
import { columnsOf } from '../rules/columns-of.ts'
import { schemaAt } from '../rules/schema-at.ts'

type Found = Pick<PackageProblem, 'pointer' | 'code' | 'params'>

/** Labels of fields by which people may be counted; a secret of law is not even counted by. */
const countable: ReadonlySet<string> = new Set(['open', 'official-use', 'personal'])
const caseColumns: ReadonlySet<string> = new Set(['service', 'channel', 'outcome', 'month'])

const isOverTime = ({ from, grain }: Dimension) => grain !== undefined || from === 'month'

/** Whether a field has so few values that counting by it singles nobody out by itself: codes, yes or no, a region, a year, a part of a date. */
function isCoded(register: RegisterFields, pointer: string, grain: string | undefined): boolean {
  if (grain !== undefined || pointer === register.scope) return true
  const schema = schemaAt(register.schema, pointer)
  return Array.isArray(schema?.enum) || schema?.type === 'boolean' || schema?.type === 'integer'
}

function checkCounts(definition: DatasetDefinition, register: RegisterFields | null): Found[] {
  if (definition.shows.kind !== 'counts') return []
  const found: Found[] = []
  const { dimensions, measures, disclosure } = definition.shows
  for (const [index, dimension] of dimensions.entries()) {
    const { from, grain, total } = dimension
    const pointer = `/dimensions/${index}`
    if (total === true && isOverTime(dimension))
      found.push({
        pointer: `${pointer}/total`,
        code: 'package.dataset-total-over-time',
        params: { name: dimension.name },
      })
    if (register === null) {
      if (!caseColumns.has(from))
        found.push({ pointer: `${pointer}/from`, code: 'package.dataset-column-unknown', params: { column: from } })
      continue
    }
    found.push(...checkColumn(definition, register, from, `${pointer}/from`))
    const column = register.columns.find(({ name }) => name === from)
    if (column === undefined) continue
    if (!isCoded(register, column.pointer, grain) || (grain !== undefined && column.type !== 'date'))
      found.push({ pointer: `${pointer}/from`, code: 'package.dataset-dimension-unfit', params: { column: from } })
  }
  for (const [index, { measure, of }] of measures.entries()) {
    const pointer = `/measures/${index}`
    if ((index === 0) !== (measure === 'count') || (measure === 'count') !== (of === undefined))
      found.push({ pointer, code: 'package.dataset-measure-unfit', params: { measure } })
    else if (of !== undefined && register === null && of !== 'days')
      found.push({ pointer: `${pointer}/of`, code: 'package.dataset-column-unknown', params: { column: of } })
    else if (of !== undefined && register !== null) {
      found.push(...checkColumn(definition, register, of, `${pointer}/of`))
      if (disclosure.dominance === undefined)
        found.push({ pointer: '/disclosure', code: 'package.dataset-dominance-missing', params: { measure } })
    }
  }
  if (new Set(measures.flatMap(({ of }) => of ?? [])).size > 1)
    found.push({ pointer: '/measures', code: 'package.dataset-measure-unfit', params: { measure: 'sum' } })
  if (register !== null && 'register' in definition.source)
    for (const name of Object.keys(definition.source.where))
      found.push(...checkColumn(definition, register, name, `/source/where/${name}`))
  return found
}

/** A column that is counted by is projected, may be counted by under its label, and is granted by the register. */
function checkColumn(definition: DatasetDefinition, register: RegisterFields, name: string, pointer: string): Found[] {
  const column = register.columns.find(candidate => candidate.name === name)
  if (column === undefined) return [{ pointer, code: 'package.dataset-column-unknown', params: { column: name } }]
  const label = register.labelAt(column.pointer)
  if (!countable.has(label)) return [{ pointer, code: 'package.dataset-label', params: { column: name, label } }]
  if (!register.lists(readerOf(definition), column.pointer))
    return [{ pointer, code: 'package.dataset-not-granted', params: { column: name, reader: readerOf(definition) } }]
  return []
}

/** Records leave as they are only where every field is open by its label and the register grants it. */
function checkRecords(definition: DatasetDefinition, register: RegisterFields | null): Found[] {
  if (definition.shows.kind !== 'records') return []
  const { fields } = definition.shows
  if (register === null) return [{ pointer: '/source', code: 'package.dataset-cases-counted', params: {} }]
  const found = fields.flatMap(({ from }, index): Found[] => {
    const pointer = `/fields/${index}/from`
    const label = register.labelAt(from)
    if (schemaAt(register.schema, from) === null)
      return [{ pointer, code: 'package.dataset-column-unknown', params: { column: from } }]
    if (label !== 'open') return [{ pointer, code: 'package.dataset-label', params: { column: from, label } }]
    return register.lists(readerOf(definition), from)
      ? []
      : [{ pointer, code: 'package.dataset-not-granted', params: { column: from, reader: readerOf(definition) } }]
  })
  if (!fields.some(({ key }) => key === true))
    found.push({ pointer: '/fields', code: 'package.dataset-key-missing', params: {} })
  return found
}

/** Two tables of counts of the same records, cut differently, can be solved together: there may be one. */
function checkAlone(definition: DatasetDefinition, all: Packages): Found[] {
  if (definition.shows.kind !== 'counts') return []
  const own = 'register' in definition.source ? [definition.source.register] : definition.source.cases
  const other = all.list('dataset').find(pack => {
    const { id, source, shows } = definitionOf(pack)
    const theirs = 'register' in source ? [source.register] : source.cases
    const isAlike = 'register' in source === 'register' in definition.source
    return id !== definition.id && shows.kind === 'counts' && isAlike && theirs.some(one => own.includes(one))
  })
  return other === undefined
    ? []
    : [{ pointer: '/source', code: 'package.dataset-counted-twice', params: { dataset: other.id } }]
}

function checkWords(pack: Package, definition: DatasetDefinition): Found[] {
  const names = columnsOf(definition).map(({ name }) => `column.${name.replaceAll('_', '-')}`)
  return ['title', 'summary', ...names, ...definition.keywords]
    .filter(key => !pack.messages.has(key, 'en'))
    .map(key => ({ pointer: '', code: 'package.dataset-words-missing', params: { key } }))
}

/** Reads the fields of a register's package; the composition root takes it from the registers. */
export type ReadFields = (register: Package) => RegisterFields

/** Everything that keeps a dataset from being published. */
export function checkDataset(pack: Package, all: Packages, registerFields: ReadFields): PackageProblem[] {
  const definition = definitionOf(pack)
  const { source, owner } = definition
  const place = (found: Found): PackageProblem => ({ package: `dataset:${pack.id}`, file: 'dataset.json', ...found })
  const registerPack = 'register' in source ? all.find('register', source.register) : null
  if ('register' in source && registerPack === null)
    return [
      place({
        pointer: '/source/register',
        code: 'package.reference-unknown',
        params: { reference: `register:${source.register}` },
      }),
    ]
  const register = registerPack === null ? null : registerFields(registerPack)
  const found = [
    ...checkCounts(definition, register),
    ...checkRecords(definition, register),
    ...checkAlone(definition, all),
    ...checkWords(pack, definition),
  ]
  if (register !== null && register.owner !== owner)
    found.push({ pointer: '/owner', code: 'package.dataset-owner', params: { owner: register.owner } })
  return found.map(place)
}
