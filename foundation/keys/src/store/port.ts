import type { Reader, Tx } from '@tereze/foundation-database'
import type { JWK } from 'jose'

/** What a key is for. */
export type KeyKind = 'signing' | 'person' | 'index' | 'secret'

/** A key as it is kept: wrapped, or erased. */
export interface StoredKey {
  readonly tenant: string
  readonly kind: KeyKind
  readonly owner: string
  readonly id: string
  /** Null when erased. */
  readonly wrapped: Uint8Array | null
  /** Id of the master key that wrapped it. */
  readonly master: string
  /** Only of signing keys. */
  readonly publicJwk: JWK | null
}

/** A key to be kept. */
export type NewKey = Omit<StoredKey, 'tenant' | 'kind'>

/** Where keys are kept. Writing functions write the transaction's tenant. */
export interface KeyStore {
  findCurrent(reader: Reader, tenant: string, kind: KeyKind, owner: string): Promise<StoredKey | null>
  /** The keys of a person in all organisations, erased ones too. */
  listOfPerson(reader: Reader, person: string): Promise<StoredKey[]>
  /** The keys of persons in an organisation that are not erased, in the order of the persons, from after one. */
  listPersons(reader: Reader, tenant: string, after: string | null, limit: number): Promise<StoredKey[]>
  /** Keeps keys of one kind unless their owners have current ones; gives those that are current afterwards, in any order. */
  insertUnlessCurrent(tx: Tx, kind: KeyKind, keys: readonly NewKey[], at: Date): Promise<StoredKey[]>
  /** Takes a signing key out of use; it still verifies. */
  retireCurrent(tx: Tx, kind: KeyKind, owner: string, at: Date): Promise<void>
  /** Forgets a key for ever and leaves a mark; true when there was something to forget. */
  erase(tx: Tx, kind: KeyKind, owner: string, mark: Omit<StoredKey, 'tenant' | 'wrapped'>, at: Date): Promise<boolean>
  findSigningKey(reader: Reader, tenant: string, id: string): Promise<StoredKey | null>
  /** Newest first, retired ones too; with `inUseSince` only those that were not retired before it. */
  listSigningKeys(reader: Reader, tenant: string, owner: string, inUseSince?: Date): Promise<StoredKey[]>
  /** Organisations whose current signing key of an owner was made before an instant. */
  listAgedSigningKeys(reader: Reader, owner: string, before: Date): Promise<string[]>
  /** Ids of the master keys that wrapped anything. */
  listMasterKeys(reader: Reader): Promise<string[]>
}
