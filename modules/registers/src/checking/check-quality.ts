import type { Package, PackageProblem, Packages } from '@tereze/catalogue/contract'
import { compileExpression, references } from '@tereze/feel'
import { isExpression } from '@tereze/template'
import type { TSchema } from 'typebox'
import { type ColumnType, definitionOf, type RegisterDefinition } from '../definition/definition.ts'
import { type Agreement, type QualityRule, qualityOf, type Relation, relationOf } from '../definition/quality.ts'
import { fitsColumn } from '../rules/fits-column.ts'
import { isBlind } from '../rules/labels.ts'
import { hasField, schemaAt } from './schema-at.ts'

type Found = Pick<PackageProblem, 'file' | 'pointer' | 'code' | 'params'>

const file = 'quality.json'
const problem = (pointer: string, code: string, params: Found['params'] = {}): Found => ({
  file,
  pointer,
  code,
  params,
})

/** What rules see of the record beside its fields. */
const recordFacts: ReadonlySet<string> = new Set(['id', 'version', 'recordedAt'])

function isKnown(definition: RegisterDefinition, path: readonly string[]): boolean {
  const [first = '', ...rest] = path
  if (first === 'record' && schemaAt(definition.schema, '/record') === undefined)
    return rest.length === 0 || recordFacts.has(rest[0] ?? '')
  // What a path reads of a date or a number (`born.year`) is FEEL's, not the schema's.
  return path.every((_, index) => {
    const above = path.slice(0, index)
    const part = schemaAt(definition.schema, `/${above.join('/')}`.replace(/\/$/, ''))
    const isInside = index === 0 || part?.properties !== undefined
    return !isInside || hasField(definition.schema, `/${path.slice(0, index + 1).join('/')}`)
  })
}

function checkFeel(definition: RegisterDefinition, expression: string | undefined, pointer: string): Found[] {
  if (expression === undefined) return []
  const compiled = compileExpression(expression)
  if (!compiled.ok) return [problem(pointer, 'package.feel-broken', { detail: expression })]
  return references(compiled.expression)
    .filter(path => !isKnown(definition, path))
    .map(path => problem(pointer, 'package.field-unknown', { field: `/${path.join('/')}` }))
}

function checkColumn({ columns, id }: RegisterDefinition, name: string, pointer: string): Found[] {
  if (name === 'id' || columns.some(column => column.name === name)) return []
  return [problem(pointer, 'package.column-unknown', { column: name, register: id })]
}

function typeOf({ columns }: RegisterDefinition, name: string): ColumnType {
  return columns.find(column => column.name === name)?.type ?? 'text'
}

function checkRelation(definition: RegisterDefinition, relation: Relation, at: string, all: Packages): Found[] {
  const { register, by, where = [] } = relation
  const pack = all.find('register', register)
  if (pack === null)
    return [problem(`${at}/register`, 'package.reference-unknown', { reference: `register:${register}` })]
  const other = definitionOf(pack)
  if (other.owner !== definition.owner)
    return [problem(`${at}/register`, 'package.register-foreign', { register, owner: other.owner })]
  const pairs = Object.entries(by).flatMap(([theirs, own]) => [
    ...checkColumn(other, theirs, `${at}/by/${theirs}`),
    ...checkColumn(definition, own, `${at}/by/${theirs}`),
    ...(typeOf(other, theirs) === typeOf(definition, own)
      ? []
      : [problem(`${at}/by/${theirs}`, 'package.comparison-unfit', { is: 'equal', wanted: 1 })]),
  ])
  const conditions = where.flatMap(({ column, is, own, value }, place) => {
    const here = `${at}/where/${place}`
    const operands = [own, value].filter(operand => operand !== undefined).length
    const wanted = is === 'empty' || is === 'filled' ? 0 : 1
    const type = typeOf(other, column)
    const fits = fitsColumn(value, type) && (own === undefined || typeOf(definition, own) === type)
    return [
      ...checkColumn(other, column, `${here}/column`),
      ...(own === undefined ? [] : checkColumn(definition, own, `${here}/own`)),
      ...(operands === wanted && fits ? [] : [problem(here, 'package.comparison-unfit', { is, wanted })]),
    ]
  })
  return [...pairs, ...conditions]
}

/** A contract as far as a rule looks at it. */
interface Asked {
  readonly kind: string
  readonly provider: string
  readonly request: TSchema
  readonly response: TSchema
  readonly access: readonly { readonly consumer: string; readonly purpose: string; readonly ground: string }[]
}

/** What a rule asks of another organisation: by a contract that answers it, for whom and for what, with what the contract takes and gives. */
function checkAgreement(definition: RegisterDefinition, agrees: Agreement, at: string, all: Packages): Found[] {
  const [id = '', major = ''] = agrees.contract.split('@')
  const contract = all.find('contract', id, major)?.json.get('contract.json') as unknown as Asked | undefined
  if (contract === undefined)
    return [problem(`${at}/contract`, 'package.reference-unknown', { reference: `contract:${agrees.contract}` })]
  const fits = contract.kind === 'query' && contract.provider !== definition.owner
  const isGiven = contract.access.some(
    ({ consumer, purpose, ground }) =>
      consumer === definition.owner && purpose === agrees.purpose && ground === agrees.ground,
  )
  const inputs = Object.entries(agrees.input).flatMap(([name, template]) => [
    ...(hasField(contract.request, `/${name}`)
      ? []
      : [problem(`${at}/input/${name}`, 'package.field-unknown', { field: `/${name}` })]),
    ...(isExpression(template) ? checkFeel(definition, template.slice(2), `${at}/input/${name}`) : []),
  ])
  const compiled = compileExpression(agrees.holds)
  const unknown = compiled.ok
    ? references(compiled.expression).filter(([first = '', ...rest]) =>
        first === 'answer'
          ? rest[0] !== undefined && !hasField(contract.response, `/${rest[0]}`)
          : !isKnown(definition, [first, ...rest]),
      )
    : []
  return [
    ...(fits ? [] : [problem(`${at}/contract`, 'package.contract-unfit', { contract: agrees.contract })]),
    ...(isGiven
      ? []
      : [
          problem(`${at}/purpose`, 'package.access-not-given', {
            contract: agrees.contract,
            purpose: agrees.purpose,
            ground: agrees.ground,
          }),
        ]),
    ...inputs,
    ...(compiled.ok ? [] : [problem(`${at}/holds`, 'package.feel-broken', { detail: agrees.holds })]),
    ...unknown.map(path => problem(`${at}/holds`, 'package.field-unknown', { field: `/${path.join('/')}` })),
  ]
}

function checkRule(definition: RegisterDefinition, rule: QualityRule, at: string, all: Packages): Found[] {
  const unknown = rule.fields.flatMap((field, place) =>
    hasField(definition.schema, field) ? [] : [problem(`${at}/fields/${place}`, 'package.field-unknown', { field })],
  )
  const secret = (rule.unique ?? []).flatMap((name, place) => {
    const pointer = definition.columns.find(column => column.name === name)?.pointer
    const isSecret = pointer !== undefined && isBlind(definition, pointer)
    return isSecret ? [problem(`${at}/unique/${place}`, 'package.column-secret', { column: name })] : []
  })
  const relation = relationOf(rule)
  return [
    ...unknown,
    ...checkFeel(definition, rule.when, `${at}/when`),
    ...checkFeel(definition, rule.holds, `${at}/holds`),
    ...(rule.unique ?? []).flatMap((name, place) => checkColumn(definition, name, `${at}/unique/${place}`)),
    ...secret,
    ...(rule.agrees === undefined ? [] : checkAgreement(definition, rule.agrees, `${at}/agrees`, all)),
    ...(relation === null
      ? []
      : checkRelation(definition, relation, `${at}/${rule.exists === undefined ? 'absent' : 'exists'}`, all)),
  ]
}

/**
 * What is wrong with the rules of quality of a register: two of one id, fields and columns that there are not, FEEL that does not
 * compile, registers of somebody else, contracts that do not answer or are not open to the owner, words that nobody wrote, a service that there is not.
 */
export function checkQuality(pack: Package, all: Packages): Found[] {
  const quality = qualityOf(pack)
  if (quality === null) return []
  const definition = definitionOf(pack)
  const ids = quality.rules.map(({ id }) => id)
  const words = new Set(pack.messages.keys())
  const found = quality.rules.flatMap((rule, place) => {
    const at = `/rules/${place}`
    const key = rule.text.replace(/^message:/, '')
    return [
      ...(ids.indexOf(rule.id) === place ? [] : [problem(`${at}/id`, 'package.rule-twice', { rule: rule.id })]),
      ...(words.has(key) ? [] : [problem(`${at}/text`, 'package.message-unknown', { key })]),
      ...checkRule(definition, rule, at, all),
    ]
  })
  const { service } = quality
  if (service === null || all.find('service', service) !== null) return found
  return [...found, problem('/violations', 'package.reference-unknown', { reference: `service:${service}` })]
}
