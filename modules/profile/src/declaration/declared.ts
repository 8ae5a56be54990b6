import type { Package, Packages } from '@tereze/catalogue/contract'

/** How a register comes into profiles, as its package declares it in `profile.json`. */
export interface Declared {
  readonly pack: Package
  /** The organisation that keeps the register. */
  readonly owner: string
  readonly place: number
  /** Columns that hold the id of a person the record is about. */
  readonly by: readonly string[]
  /** Columns that hold the id of an organisation the record is about. */
  readonly firms: readonly string[]
  /** Where a record says that its person may act for an organisation; null: it says no such thing. */
  readonly represents: Represents | null
  /** Fields that come first, in this order. */
  readonly first: readonly string[]
  /** The service whose case a reported error becomes; null: none is taken. */
  readonly errors: string | null
}

/** Where a record says for which organisation, in which capacity and until when a person may act. */
export interface Represents {
  readonly firm: string
  /** JSON Pointers into the record. */
  readonly capacity: string
  readonly until: string
}

interface File {
  readonly place: number
  readonly by: readonly string[]
  readonly firms?: readonly string[]
  readonly represents?: Represents
  readonly first: readonly string[]
  readonly errors?: string
}

/** What a register's package declares for profiles; null when it declares nothing. */
export function declaredBy(pack: Package): Declared | null {
  const file = pack.json.get('profile.json') as unknown as File | undefined
  if (file === undefined) return null
  const owner = String(pack.json.get('register.json')?.owner)
  const { place, by, firms = [], represents = null, first, errors } = file
  return { pack, owner, place, by, firms, represents, first, errors: errors?.replace(/^service:/, '') ?? null }
}

/** The registers of profiles, in their order. */
export function declaredRegisters(packages: Packages): Declared[] {
  return packages
    .list('register')
    .map(declaredBy)
    .filter(declared => declared !== null)
    .sort((one, other) => one.place - other.place)
}
