import { compileExpression, references } from '@tereze/feel'
import { isObject, readAt } from '@tereze/regulation'
import type { FileDesk } from './desk.ts'
import { pointersIn } from './pointers-in.ts'

type Desk = Pick<FileDesk, 'value' | 'files' | 'around' | 'words' | 'language' | 'name'>

/** The facts that the package asks for, by the names under which expressions read them. */
export function factsOf({ files }: Pick<FileDesk, 'files'>): readonly string[] {
  try {
    const sources: unknown = JSON.parse(files.get('sources.json') ?? '[]')
    return Array.isArray(sources) ? sources.flatMap(one => (isObject(one) ? [String(one.id)] : [])) : []
  } catch {
    return []
  }
}

/** Whether the package is a life situation: its expressions see the record that began it, and facts. */
export function isSituation({ files }: Pick<FileDesk, 'files'>): boolean {
  return files.has('situation.json')
}

function membersOf(schema: unknown, at: string, depth = 0): string[] {
  if (!isObject(schema) || !isObject(schema.properties) || depth > 2) return []
  return Object.entries(schema.properties).flatMap(([name, inner]) => [
    `${at}.${name}`,
    ...membersOf(inner, `${at}.${name}`, depth + 1),
  ])
}

/** Names that expressions of a file may use, to be offered: of a situation its record, facts and parameters; else the data of the case. */
export function namesFor(desk: Desk): readonly string[] {
  const surroundings = desk.around?.surroundings
  const parameters = [...new Set((surroundings?.parameters ?? []).map(({ name }) => `parameters.${name}`))]
  if (!isSituation(desk)) {
    const data = pointersIn(desk).map(({ value }) => value.slice(1).replaceAll('/', '.'))
    const ofCase = ['applicant', 'submitted', 'opened', 'decided', 'number', 'id', 'channel', 'department', 'status']
    return [...data, ...ofCase.map(name => `case.${name}`), ...parameters, 'decision.outcome', 'decision.amount']
  }
  const sources = desk.name === 'sources' ? desk.value : parsedSources(desk)
  const facts = (Array.isArray(sources) ? sources : []).filter(isObject).flatMap(({ id, contract }) => {
    const answer = surroundings?.contracts.find(({ ref }) => ref === contract)?.response
    const head = `facts.${String(id)}.value`
    return [head, ...membersOf(answer, head)]
  })
  const register = readAt(parsedCard(desk), '/trigger/register')
  const record = membersOf(surroundings?.registers.find(({ id }) => id === register)?.schema, 'record')
  return [...record, 'record.id', 'record.status', ...facts, ...parameters, 'decision.outcome', 'decision.amount']
}

function parsedSources({ files }: Pick<FileDesk, 'files'>): unknown {
  return parsed(files.get('sources.json'))
}

function parsedCard({ files }: Pick<FileDesk, 'files'>): unknown {
  return parsed(files.get('situation.json'))
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

/** The first fact that an expression of a situation reads and no source gives; null where there is none, or it cannot be read. */
export function unknownFact(text: string, desk: Pick<FileDesk, 'files'>): string | null {
  if (!isSituation(desk) || text.trim() === '') return null
  const compiled = compileExpression(text)
  if (!compiled.ok) return null
  const known = factsOf(desk)
  const read = references(compiled.expression).find(
    ([root, fact]) => root === 'facts' && fact !== undefined && !known.includes(fact),
  )
  return read?.[1] ?? null
}
