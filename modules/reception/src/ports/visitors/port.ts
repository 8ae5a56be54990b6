import type { Context } from '@tereze/foundation-operations'
import { type Language, port, type Refused } from '@tereze/operation'
import type { NewVisitor } from '../../contract/visitor.ts'
import type { VisitorSearch } from '../../rules/decide-search.ts'

/** A living person of the register, as a visit needs to know them. */
export interface KnownVisitor {
  readonly person: string
  readonly name: string
  readonly born: string
  readonly number: string | null
  readonly phone: string | null
  readonly language: Language
}

/** The register of people as a desk asks it. */
export interface Visitors {
  /** The organisation whose register it is. */
  owner(context: Pick<Context, 'port'>): string
  /** Those alive who fit; ten at most. */
  find(context: Context, search: VisitorSearch): Promise<readonly KnownVisitor[]>
  /** One person; null where nobody alive has the id. */
  get(context: Context, person: string): Promise<KnownVisitor | null>
  /** Registers somebody, in a transaction of the owner. */
  register(
    context: Context,
    visitor: NewVisitor,
  ): Promise<{ readonly person: string } | Refused<'reception.visitor-known' | 'reception.visitor-unfit'>>
}
/** Bound to the register of people. */
export const visitors = port<Visitors>('reception.visitors')
