import type { GarRecord } from './gar-record.ts'

/** The levels of the address register. */
export type AddressKind = 'country' | 'region' | 'district' | 'settlement' | 'street' | 'building' | 'flat'

/** An address as it is put together from the files of a state's register. */
export interface GatheredAddress {
  /** Number of the object in the register of its state. */
  readonly object: string
  readonly parent: string | null
  readonly kind: AddressKind
  /** As it is written after its parent: `ул Садовая`, `д 5 к 2`. */
  readonly name: string
  /** The whole address in one line. */
  readonly text: string
  /** Last day; null while it is in force. */
  readonly until: string | null
  readonly postcode: string | null
  /** Line of the file that has it; null where only its name above changed. */
  readonly line: number | null
}

/** An address that has no place: nothing is known above it, or its line of parents comes back to itself. */
export interface UnplacedAddress {
  readonly object: string
  readonly line: number
  readonly code: 'parent.unknown' | 'parent.circular'
  readonly parent: string | null
}

/** What was gathered: addresses, parents first, and those without a place. */
export interface GatheredAddresses {
  readonly addresses: readonly GatheredAddress[]
  readonly unplaced: readonly UnplacedAddress[]
}

/** The eight levels of ГАР below the region are four here: what is a district, a settlement, a street, a plot. */
const kinds: ReadonlyMap<number, AddressKind> = new Map([
  [1, 'region'],
  [2, 'district'],
  [3, 'district'],
  [4, 'district'],
  [5, 'settlement'],
  [6, 'settlement'],
  [7, 'street'],
  [8, 'street'],
  [10, 'building'],
  [11, 'flat'],
])

const postcodeType = '5'

interface Thing {
  readonly object: string
  readonly kind: AddressKind
  readonly name: string
  readonly until: string | null
  readonly line: number | null
}

/** The usual words of houses where the files of their kinds were not given. */
const usualHouseTypes: ReadonlyMap<string, string> = new Map([
  ['1', 'влд'],
  ['2', 'д'],
  ['3', 'двлд'],
  ['5', 'зд'],
])

/**
 * Puts addresses together from the records of several files, in any order. What is held already (`hold`) is what the changes of
 * a delivery are laid over; an address whose parent got another name is written anew though no file has it.
 */
export class GarAddresses {
  private readonly things = new Map<string, Thing>()
  private readonly links = new Map<string, string | null>()
  private readonly postcodes = new Map<string, string>()
  private readonly houseTypes = new Map(usualHouseTypes)
  private readonly held = new Map<string, GatheredAddress>()
  private readonly houses = new Map<string, Extract<GarRecord, { kind: 'house' }>>()
  private readonly hierarchy: 'administrative' | 'municipal'

  /** @param hierarchy which of the two divisions the addresses stand in */
  constructor(hierarchy: 'administrative' | 'municipal' = 'administrative') {
    this.hierarchy = hierarchy
  }

  /** Takes over what is held already. */
  hold(address: GatheredAddress): void {
    this.held.set(address.object, address)
    this.things.set(address.object, { ...address, line: null })
    this.links.set(address.object, address.parent)
    if (address.postcode !== null) this.postcodes.set(address.object, address.postcode)
  }

  /** Takes one record of any file. A later state of an object takes the place of an earlier one. */
  take(record: GarRecord): void {
    switch (record.kind) {
      case 'object': {
        const kind = kinds.get(record.level)
        if (kind !== undefined) this.put(record, kind, `${record.type} ${record.name}`.trim())
        return
      }
      case 'house':
        if (this.put(record, 'building', '')) this.houses.set(record.object, record)
        return
      case 'flat':
        this.put(record, 'flat', `кв ${record.number}`)
        return
      case 'house-type':
        this.houseTypes.set(record.id, record.short)
        return
      case 'link':
        if (record.hierarchy === this.hierarchy && record.isActive) this.links.set(record.object, record.parent)
        return
      case 'parameter':
        if (record.type === postcodeType && record.until === null) this.postcodes.set(record.object, record.value)
        return
      case 'level':
        return
    }
  }

  private put(record: Extract<GarRecord, { guid: string }>, kind: AddressKind, name: string): boolean {
    const known = this.things.get(record.object)
    const isOlder = known !== undefined && known.line !== null && !record.isActive
    if (isOlder) return false
    const until = record.isActive ? record.until : (record.until ?? record.from)
    this.things.set(record.object, { object: record.object, kind, name, until, line: record.line })
    return true
  }

  private nameOf({ object, name, kind }: Thing): string {
    const house = kind === 'building' ? this.houses.get(object) : undefined
    if (house === undefined) return name
    const parts = house.numbers.map(({ type, number }, place) => {
      const word = type === null ? '' : (this.houseTypes.get(type) ?? '')
      return `${word === '' && place === 0 ? 'д' : word} ${number}`.trim()
    })
    return parts.length === 0 ? 'д б/н' : parts.join(' ')
  }

  /** The line from an object up to its region, the object first; a reason where there is none. */
  private lineOf(object: string): readonly Thing[] | UnplacedAddress['code'] {
    const line: Thing[] = []
    const seen = new Set<string>()
    for (let at: string | null = object; at !== null; at = this.links.get(at) ?? null) {
      if (seen.has(at)) return 'parent.circular'
      seen.add(at)
      const thing = this.things.get(at)
      if (thing === undefined) return 'parent.unknown'
      if (thing.kind !== 'region' && !this.links.has(at)) return 'parent.unknown'
      line.push(thing)
    }
    return line
  }

  /** Everything that differs from what is held, parents first. */
  gather(): GatheredAddresses {
    const addresses: { readonly depth: number; readonly address: GatheredAddress }[] = []
    const unplaced: UnplacedAddress[] = []
    for (const thing of this.things.values()) {
      const line = this.lineOf(thing.object)
      const parent = this.links.get(thing.object) ?? null
      if (typeof line === 'string') {
        if (thing.line !== null) unplaced.push({ object: thing.object, line: thing.line, code: line, parent })
        continue
      }
      const address: GatheredAddress = {
        object: thing.object,
        parent,
        kind: thing.kind,
        name: this.nameOf(thing),
        text: [...line]
          .reverse()
          .map(part => this.nameOf(part))
          .join(', '),
        until: thing.until,
        postcode: this.postcodes.get(thing.object) ?? null,
        line: thing.line,
      }
      const before = this.held.get(thing.object)
      const isSame =
        before !== undefined &&
        before.text === address.text &&
        before.parent === address.parent &&
        before.kind === address.kind &&
        before.name === address.name &&
        before.until === address.until &&
        before.postcode === address.postcode
      if (!isSame) addresses.push({ depth: line.length, address })
    }
    return {
      addresses: addresses.sort((one, other) => one.depth - other.depth).map(({ address }) => address),
      unplaced,
    }
  }
}
