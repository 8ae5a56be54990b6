import {
  findOrganisation,
  type Package,
  type PackageProblem,
  type PackageSupport,
  type Packages,
} from '@tereze/catalogue/contract'
import { compileExpression, references } from '@tereze/feel'
import { isExpression } from '@tereze/template'
import { type ContractDefinition, contractOf, type Find } from '../rules/contract-definition.ts'
import { checkFiles } from './check-files.ts'

type Problem = Omit<PackageProblem, 'package' | 'file'>

const token = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')

/** What is wrong with an expression: it is no FEEL, or reads what there is not. */
function checkExpression(text: string, pointer: string, names: readonly string[]): Problem[] {
  const compiled = compileExpression(text, { names })
  if (!compiled.ok)
    return [
      { pointer, code: 'package.expression-wrong', params: { expression: text, why: compiled.errors[0]?.code ?? '' } },
    ]
  const known = new Set(names)
  const strange = new Set(references(compiled.expression).map(([first = '']) => first))
  return [...strange]
    .filter(name => !known.has(name))
    .map(name => ({ pointer, code: 'package.expression-name-unknown', params: { name, known: names.join(', ') } }))
}

/** Every expression of a template, each at its place. */
function checkTemplate(template: unknown, pointer: string, names: readonly string[]): Problem[] {
  if (isExpression(template)) return checkExpression(template.slice(2), pointer, names)
  if (typeof template !== 'object' || template === null) return []
  return Object.entries(template).flatMap(([key, value]) => checkTemplate(value, `${pointer}/${token(key)}`, names))
}

const asked = ['request', 'message'] as const
/** What the expressions of a topic read. */
const told = ['record', 'event'] as const

function checkRegister(register: string, pointer: string, all: Packages): Problem[] {
  if (all.find('register', register) !== null) return []
  return [{ pointer, code: 'package.reference-unknown', params: { reference: `register:${register}` } }]
}

function checkFinds(finds: readonly Find[], all: Packages): { problems: Problem[]; names: string[] } {
  const names: string[] = [...asked]
  const problems = finds.flatMap((find, index): Problem[] => {
    const at = `/serves/find/${index}`
    const found = [
      ...checkRegister(find.register, `${at}/register`, all),
      ...checkTemplate(find.where, `${at}/where`, names),
      ...checkTemplate(find.at, `${at}/at`, names),
    ]
    names.push(find.as)
    return found
  })
  return { problems, names }
}

function checkServes({ serves }: ContractDefinition, all: Packages): { problems: Problem[]; names: string[] } {
  const { problems, names } = checkFinds(serves.find ?? [], all)
  for (const [index, { when }] of (serves.requires ?? []).entries())
    problems.push(...checkExpression(when, `/serves/requires/${index}/when`, names))
  if ('from' in serves) {
    problems.push(...checkTemplate(serves.from, '/serves/from', names))
    problems.push(...checkTemplate(serves.answer, '/serves/answer', [...names, 'outside']))
    if (serves.from.kind === 'view') problems.push(...checkColumns(serves.from.columns, serves.from.texts ?? []))
  } else if ('topic' in serves) {
    const { register, when, message, files } = serves.topic
    if (when !== undefined) problems.push(...checkExpression(when, '/serves/topic/when', told))
    problems.push(...checkTemplate(message, '/serves/topic/message', told))
    problems.push(...checkTemplate(files?.files, '/serves/topic/files/files', [...told, 'response']))
    problems.push(...checkRegister(register, '/serves/topic/register', all))
  } else if ('answer' in serves) problems.push(...checkTemplate(serves.answer, '/serves/answer', names))
  else {
    problems.push(...checkTemplate(serves.record, '/serves/record', names))
    problems.push(...checkTemplate(serves.key.value, '/serves/key/value', names))
    problems.push(...checkRegister(serves.register, '/serves/register', all))
  }
  return { problems, names }
}

function checkColumns(columns: readonly string[], texts: readonly string[]): Problem[] {
  return texts.flatMap((column, index) =>
    columns.includes(column)
      ? []
      : [{ pointer: `/serves/from/texts/${index}`, code: 'package.column-not-read', params: { column } }],
  )
}

/** What is wrong with a contract: FEEL that is none or reads what there is not, members and registers that are not there. */
export function checkContract(pack: Package, all: Packages): PackageProblem[] {
  const contract = contractOf(pack)
  const { problems, names } = checkServes(contract, all)
  const shown = 'topic' in contract.serves ? told : names
  for (const [index, expression] of contract.subjects.entries())
    problems.push(...checkExpression(expression, `/subjects/${index}`, [...shown, 'response']))
  if (contract.answerFiles !== undefined) {
    const outside = 'from' in contract.serves ? ['outside'] : []
    problems.push(
      ...checkTemplate(contract.answerFiles.files, '/answerFiles/files', [...shown, ...outside, 'response']),
    )
    if (contract.kind !== 'query')
      problems.push({
        pointer: '/answerFiles',
        code: 'package.answer-files-misplaced',
        params: { kind: contract.kind },
      })
  }
  if (contract.messageKey !== undefined) problems.push(...checkExpression(contract.messageKey, '/messageKey', asked))
  const members = [
    ['/provider', contract.provider] as const,
    ...contract.access.map(({ consumer }, index) => [`/access/${index}/consumer`, consumer] as const),
  ]
  for (const [pointer, organisation] of members)
    if (findOrganisation(all, organisation) === null)
      problems.push({ pointer, code: 'package.reference-unknown', params: { reference: `org:${organisation}` } })
  return problems.map(problem => ({ package: `contract:${pack.id}`, file: 'contract.json', ...problem }))
}

/** A contract is published only when it can be served. */
export const contractPackages: PackageSupport = {
  kind: 'contract',
  check: async (pack, all) => [...checkContract(pack, all), ...checkFiles(pack)],
  activate: async () => undefined,
}
