import { type AddressKind, type GatheredAddress, latinSpelling } from '@tereze/classifiers'
import type { Caller } from '../commands/caller.ts'
import { findAll } from './find-all.ts'

/** The register of addresses. */
export const addressRegister = 'addresses'

const before = 'address_67617200-0000-7000-8000-'

/** The id that the address of an object has: it follows from the object's number, so that its parts can name it before it is loaded. */
export const addressId = (object: string): string => before + BigInt(object).toString(16).padStart(12, '0')

function objectOf(id: unknown): string | null {
  return typeof id === 'string' && id.startsWith(before) ? BigInt(`0x${id.slice(before.length)}`).toString() : null
}

const kinds: readonly AddressKind[] = ['region', 'district', 'settlement', 'street', 'building', 'flat']
const textOf = (value: unknown) => String((value as { ru?: string } | undefined)?.ru ?? '')

/** The addresses of the state's register that are held already. */
export async function* heldAddresses(calls: Caller, organisation: string): AsyncGenerator<GatheredAddress> {
  for await (const { record, data } of findAll(
    calls,
    { organisation, register: addressRegister },
    { kind: [...kinds] },
  )) {
    // What others registered has its own codes and is none of theirs.
    if (objectOf(record) === null) continue
    yield {
      object: String(data.code),
      parent: objectOf(data.parent),
      kind: data.kind as AddressKind,
      name: textOf(data.name),
      text: textOf(data.text),
      until: typeof data.until === 'string' ? data.until : null,
      postcode: typeof data.postcode === 'string' ? data.postcode : null,
      line: null,
    }
  }
}

/** Addresses as rows for their register. The source has Russian only: Kazakh keeps its writing, English spells it in Latin letters. */
export function addressRows(
  addresses: readonly GatheredAddress[],
  region: string | null,
): Readonly<Record<string, unknown>>[] {
  return addresses.map(({ object, parent, kind, name, text, until, postcode }) => ({
    record: addressId(object),
    kind,
    parent: parent === null ? null : addressId(parent),
    region,
    'name.en': latinSpelling(name),
    'name.ru': name,
    'name.kk': name,
    'text.en': latinSpelling(text),
    'text.ru': text,
    'text.kk': text,
    code: object,
    postcode,
    until,
  }))
}
