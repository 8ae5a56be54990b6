import type { OutputOf } from '@tereze/operation'
import type { getOwnProfile } from '@tereze/profile/contract'

type Group = OutputOf<typeof getOwnProfile>['groups'][number]

/** Registers in the order in which a person thinks of them: who I am, who is mine, what I get; money last. */
const registers = ['people', 'families', 'births', 'addresses', 'clinic-attachments', 'kindergarten-queue']
const last = ['benefit-entitlements', 'incomes', 'bank-accounts']

/** Fields in the order of a document: name, number, birth, sex, where one lives; then the rest as it comes. */
const fields = [
  '/name',
  '/identifier',
  '/born',
  '/sex',
  '/citizenship',
  '/residence',
  '/phone',
  '/email',
  '/language',
  '/nameLatin',
  '/documents',
  '/bank',
  '/masked',
]

function rankOfRegister(register: string): number {
  const first = registers.indexOf(register)
  if (first >= 0) return first
  return registers.length + 1 + last.indexOf(register)
}

function rankOfField(pointer: string): number {
  const found = fields.findIndex(field => pointer === field || pointer.startsWith(`${field}/`))
  return found < 0 ? fields.length : found
}

/** What the registers know, the person first and accounts last; what has no place of its own keeps its order between. */
export function orderProfile(groups: readonly Group[]): Group[] {
  return groups
    .toSorted((one, other) => rankOfRegister(one.group) - rankOfRegister(other.group))
    .map(group => ({
      ...group,
      facts: group.facts.toSorted((one, other) => rankOfField(one.pointer) - rankOfField(other.pointer)),
    }))
}
