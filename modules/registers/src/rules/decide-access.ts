import type { FieldProblem } from '@tereze/operation'
import type { Act, Grant, Label, RegisterDefinition } from '../definition/definition.ts'
import { covers, generalPointer, labelAt, usualLabels } from './labels.ts'
import { sameValue } from './same-value.ts'

/** A field that a reader does not get, why, and on which grounds others do. */
export interface WithheldField {
  /** JSON Pointer; `*` stands for every element of a list. */
  readonly pointer: string
  readonly label: Label
  /** `label`: no ground of the reader opens this label; `field`: the reader's grounds name other fields. */
  readonly because: 'label' | 'field'
  /** Grounds on which the register opens it to somebody. */
  readonly grounds: readonly string[]
}

type Protected = Pick<RegisterDefinition, 'labels' | 'subjects' | 'access' | 'schema'>
type Data = Readonly<Record<string, unknown>>

/** The grants of a register that let any of these do something. */
export function grantsFor({ access }: Pick<RegisterDefinition, 'access'>, who: readonly string[], act: Act): Grant[] {
  return access.filter(grant => who.includes(grant.who) && grant.may.includes(act))
}

const namesField = ({ fields }: Grant, pointer: string) =>
  fields === undefined || fields.some(field => covers(field, pointer))
const opensLabel = (grant: Grant, label: Label) => (grant.labels ?? usualLabels(grant.who)).includes(label)

/** Whether grants open a field. */
export function isOpen(definition: Protected, grants: readonly Grant[], pointer: string): boolean {
  const label = labelAt(definition, pointer)
  const place = generalPointer(pointer)
  return grants.some(grant => namesField(grant, place) && opensLabel(grant, label))
}

/** Fields at which a label or a grant draws a line: only below these the answer can differ. */
function linesOf(definition: Protected, grants: readonly Grant[]): string[] {
  return [...Object.keys(definition.labels), ...grants.flatMap(({ fields }) => fields ?? [])]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The same content without what the grants do not open. Fields that the schema does not know are judged alike. */
export function openPart(definition: Protected, grants: readonly Grant[], data: Data): Record<string, unknown> {
  const lines = linesOf(definition, grants)
  const part = (value: unknown, pointer: string): unknown => {
    const isDivided = lines.some(line => line !== pointer && covers(pointer, line))
    if (!isDivided) return isOpen(definition, grants, pointer) ? value : undefined
    if (Array.isArray(value)) {
      const elements = value.map(element => part(element, `${pointer}/*`))
      return elements.every(element => element === undefined) && value.length > 0 ? undefined : elements
    }
    if (!isObject(value)) return isOpen(definition, grants, pointer) ? value : undefined
    const members = Object.entries(value).flatMap(([name, member]) => {
      const kept = part(member, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`)
      return kept === undefined ? [] : [[name, kept] as const]
    })
    return members.length === 0 && Object.keys(value).length > 0 ? undefined : Object.fromEntries(members)
  }
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) => {
      const kept = part(value, `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`)
      return kept === undefined ? [] : [[name, kept] as const]
    }),
  )
}

interface SchemaPart {
  readonly properties?: Readonly<Record<string, SchemaPart>>
  readonly items?: SchemaPart
}

/** Which fields of a register the grants do not open, whether a record holds them or not: so the answer tells nothing of it. */
export function withheldFields(definition: Protected, grants: readonly Grant[], act: Act = 'see'): WithheldField[] {
  const lines = linesOf(definition, grants)
  const withheld: WithheldField[] = []
  const look = (schema: SchemaPart, pointer: string): void => {
    const isDivided = pointer === '' || lines.some(line => line !== pointer && covers(pointer, line))
    if (isDivided && schema.properties !== undefined) {
      for (const [name, member] of Object.entries(schema.properties)) look(member, `${pointer}/${name}`)
      return
    }
    if (isDivided && schema.items !== undefined) {
      look(schema.items, `${pointer}/*`)
      return
    }
    if (pointer === '' || isOpen(definition, grants, pointer)) return
    const label = labelAt(definition, pointer)
    const openers = definition.access.filter(
      grant => grant.may.includes(act) && namesField(grant, pointer) && opensLabel(grant, label),
    )
    withheld.push({
      pointer,
      label,
      because: grants.some(grant => opensLabel(grant, label)) ? 'field' : 'label',
      grounds: [...new Set(openers.map(({ ground }) => ground))].sort(),
    })
  }
  look(definition.schema as SchemaPart, '')
  return withheld
}

/**
 * New content by somebody who may not see or write everything: what the grants do not open stays as it was, and giving it
 * another value is a problem at its field.
 */
export function decideWritable(
  definition: Protected,
  grants: readonly Grant[],
  given: Data,
  before: Data | null,
): { readonly data: Record<string, unknown>; readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = []
  const lines = linesOf(definition, grants)
  const settle = (value: unknown, old: unknown, pointer: string): unknown => {
    const isDivided = lines.some(line => line !== pointer && covers(generalPointer(pointer), line))
    if (isDivided && (isObject(value) || isObject(old))) {
      const settled = settleObject(isObject(value) ? value : {}, isObject(old) ? old : {}, pointer)
      return Object.keys(settled).length === 0 && value === undefined ? undefined : settled
    }
    if (isDivided && Array.isArray(value) && Array.isArray(old) && value.length === old.length)
      return value.map((element, place) => settle(element, old[place], `${pointer}/${place}`))
    if (isDivided && Array.isArray(value) && !Array.isArray(old))
      return value.map((element, place) => settle(element, undefined, `${pointer}/${place}`))
    if (isDivided && Array.isArray(old) && value === undefined && leavesNothing(definition, grants, pointer, old))
      return old
    if (isDivided && Array.isArray(old) && (value === undefined || Array.isArray(value))) {
      const hasHidden = !sameValue(openPart(definition, grants, nest(pointer, old)), nest(pointer, old))
      if (!hasHidden) return value?.map((element, place) => settle(element, undefined, `${pointer}/${place}`))
      problems.push({ pointer, code: 'field.not-granted', params: { label: labelAt(definition, pointer) } })
      return old
    }
    if (sameValue(value, old) || isOpen(definition, grants, pointer)) return value
    if (value !== undefined)
      problems.push({ pointer, code: 'field.not-granted', params: { label: labelAt(definition, pointer) } })
    return old
  }
  const settleObject = (value: Data, old: Data, pointer: string): Record<string, unknown> => {
    const names = new Set([...Object.keys(value), ...Object.keys(old)])
    return Object.fromEntries(
      [...names].flatMap(name => {
        const place = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
        const settled = settle(value[name], old[name], place)
        return settled === undefined ? [] : [[name, settled] as const]
      }),
    )
  }
  return { data: settleObject(given, before ?? {}, ''), problems }
}

/** Whether nothing of a list is open. */
function leavesNothing(
  definition: Protected,
  grants: readonly Grant[],
  pointer: string,
  list: readonly unknown[],
): boolean {
  return list.length > 0 && Object.keys(openPart(definition, grants, nest(pointer, list))).length === 0
}

/** A value put at a pointer of an otherwise empty object. */
function nest(pointer: string, value: unknown): Record<string, unknown> {
  const parts = pointer.split('/').slice(1)
  return parts.reduceRight<unknown>((inner, part) => ({ [part]: inner }), value) as Record<string, unknown>
}
