import {
  findOrganisation,
  getOrganisation,
  type Package,
  type Packages,
  packages,
  textOf,
} from '@tereze/catalogue/contract'
import { type Context, handle } from '@tereze/foundation-operations'
import { isRefused, type Text } from '@tereze/operation'
import { findRecords, type RegisterRecord } from '@tereze/registers/contract'
import { getOwnProfile, type ProfileFact } from '../contract/profile.ts'
import { leavesOf } from '../rules/leaves.ts'

interface Card {
  readonly owner: string
  readonly subjects?: readonly string[]
  readonly indexes?: readonly { readonly name: string; readonly pointer: string }[]
}

/** Columns by which records about a person are found. */
function personColumns(card: Card): string[] {
  return (card.subjects ?? []).flatMap(pointer =>
    pointer === '/id'
      ? ['id']
      : (card.indexes ?? []).filter(column => column.pointer === pointer).map(({ name }) => name),
  )
}

/** Parts of a pointer without places in lists. */
function partsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .filter(part => !/^\d+$/.test(part))
}

function labelOf(pack: Package, pointer: string): Text | null {
  const dotted = partsOf(pointer)
  for (let length = dotted.length; length > 0; length--) {
    const key = `field.${dotted.slice(0, length).join('.')}`
    if (pack.messages.has(key)) return textOf(pack, key)
  }
  return null
}

async function recordsOf(context: Context, card: Card, register: string, person: string): Promise<RegisterRecord[]> {
  const found = new Map<string, RegisterRecord>()
  for (const column of personColumns(card)) {
    const records = await context.call(findRecords, {
      organisation: card.owner,
      register,
      where: { [column]: person },
      limit: 100,
    })
    if (isRefused(records)) throw new Error(`register ${register}: ${records.code}`)
    for (const record of records.items) found.set(record.record, record)
  }
  return [...found.values()]
}

/** A code in words: an answer of a choice, or the name of an organisation; null when the value speaks for itself. */
function wordsOf(all: Packages, pack: Package, pointer: string, value: unknown): Text | null {
  const answer = `answer.${partsOf(pointer).join('.')}.${String(value).toLowerCase()}`
  if (pack.messages.has(answer)) return textOf(pack, answer)
  const code = typeof value === 'string' && /^[a-z][a-z0-9-]*$/.test(value)
  return code ? (findOrganisation(all, value)?.name ?? null) : null
}

function factsOf(all: Packages, pack: Package, record: RegisterRecord, source: Text): ProfileFact[] {
  return leavesOf(record.data).flatMap(({ pointer, value, as }) => {
    const label = labelOf(pack, pointer)
    if (label === null) return []
    const words = wordsOf(all, pack, pointer, value)
    return [
      {
        group: pack.id,
        label,
        value: words ?? value,
        as: words === null ? as : 'words',
        organisation: record.organisation,
        source,
        at: record.recordedAt,
        validFrom: record.validFrom,
        register: record.register,
        record: record.record,
        pointer,
      },
    ]
  })
}

/** All facts that the registers hold about a person, each with source and time. */
export const getOwnProfileHandler = handle(getOwnProfile, {
  tenant: () => 'platform',
  async run({ person }, context) {
    const { actor } = context
    if (actor.kind !== 'person' || (actor.onBehalfOf ?? actor.id) !== person) return { groups: [] }
    const all = context.port(packages)
    const groups = []
    for (const pack of all.list('register')) {
      const card = pack.json.get('register.json') as unknown as Card
      const records = await recordsOf(context, card, pack.id, person)
      const source = getOrganisation(all, card.owner).name
      const facts = records.flatMap(record => factsOf(all, pack, record, source))
      if (facts.length > 0) groups.push({ group: pack.id, title: textOf(pack, 'title'), facts })
    }
    context.concerns([person])
    return { groups }
  },
})
