import type { Package, Packages } from '@tereze/catalogue/contract'

/** How a register comes into profiles, as its package declares it in `profile.json`. */
export interface Declared {
  readonly pack: Package
  /** The organisation that keeps the register. */
  readonly owner: string
  readonly place: number
  /** Columns that hold the id of a person the record is about. */
  readonly by: readonly string[]
  /** Fields that come first, in this order. */
  readonly first: readonly string[]
  /** The service whose case a reported error becomes; null: none is taken. */
  readonly errors: string | null
}

interface File {
  readonly place: number
  readonly by: readonly string[]
  readonly first: readonly string[]
  readonly errors?: string
}

/** What a register's package declares for profiles; null when it declares nothing. */
export function declaredBy(pack: Package): Declared | null {
  const file = pack.json.get('profile.json') as unknown as File | undefined
  if (file === undefined) return null
  const owner = String(pack.json.get('register.json')?.owner)
  const { place, by, first, errors } = file
  return { pack, owner, place, by, first, errors: errors?.replace(/^service:/, '') ?? null }
}

/** The registers of profiles, in their order. */
export function declaredRegisters(packages: Packages): Declared[] {
  return packages
    .list('register')
    .map(declaredBy)
    .filter(declared => declared !== null)
    .sort((one, other) => one.place - other.place)
}
