import type { PackageProblem } from '@tereze/catalogue/contract'
import type { RegisterDefinition } from '../definition/definition.ts'
import { usualLabels } from '../rules/labels.ts'
import { hasField } from './schema-at.ts'

type Found = Pick<PackageProblem, 'file' | 'pointer' | 'code' | 'params'>

const token = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')

/**
 * What is wrong with how a register protects its fields: state secrets, for which the platform is no place; labels and grants
 * over fields that its schema does not have; labels that no ground opens to anybody who searches or sees.
 */
export function checkLabels(definition: RegisterDefinition): Found[] {
  const found: Found[] = []
  const problem = (file: string, pointer: string, code: string, params: Found['params'] = {}) =>
    found.push({ file, pointer, code, params })
  for (const [field, label] of Object.entries(definition.labels)) {
    const pointer = `/labels/${token(field)}`
    if (label === 'state-secret') problem('register.json', pointer, 'package.state-secret', { field })
    if (!hasField(definition.schema, field)) problem('register.json', pointer, 'package.field-unknown', { field })
    const opens = definition.access.some(
      ({ who, labels, may, fields }) =>
        (labels ?? usualLabels(who)).includes(label) &&
        (may.includes('see') || may.includes('search') || may.includes('write')) &&
        (fields === undefined || fields.some(one => field === one || field.startsWith(`${one}/`))),
    )
    if (label !== 'state-secret' && !opens)
      problem('register.json', pointer, 'package.label-never-opened', { field, label })
  }
  for (const [index, { fields, labels }] of definition.access.entries()) {
    for (const [place, field] of (fields ?? []).entries())
      if (!hasField(definition.schema, field))
        problem('register.json', `/access/${index}/fields/${place}`, 'package.field-unknown', { field })
    const secret = labels?.indexOf('state-secret') ?? -1
    if (secret >= 0) problem('register.json', `/access/${index}/labels/${secret}`, 'package.state-secret')
  }
  for (const pointer of stateSecretsOf(definition.schema)) problem('data.schema.json', pointer, 'package.state-secret')
  return found
}

/** Places in a schema where `label` says state secret. */
function stateSecretsOf(schema: unknown, pointer = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([name, part]) =>
    name === 'label' && part === 'state-secret'
      ? [`${pointer}/label`]
      : stateSecretsOf(part, `${pointer}/${token(name)}`),
  )
}
