import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import type { Reader, Tx } from '@tereze/foundation-database'
import { decodeProtectedHeader, type JWK } from 'jose'
import { contextOf } from './context-of.ts'
import { decrypt, encrypt, type MasterKey, MasterKeyWrong } from './master-key.ts'
import { createRemembered } from './remembered.ts'
import { newSigningPair, type Signer, signerOf, verifySignature } from './signature.ts'
import { databaseKeys } from './store/keys.ts'
import type { KeyKind, KeyStore, NewKey, StoredKey } from './store/port.ts'

/** The person's key was erased: what it sealed can never be read again. */
export interface Erased {
  readonly erased: true
}
/** The one value of Erased. */
export const erased: Erased = Object.freeze({ erased: true })
/** Whether a value is the mark of erasure. */
export function isErased(value: unknown): value is Erased {
  return value === erased
}

/** All keys of all organisations. Writing functions work for the transaction's tenant. */
export interface Keys {
  /** The current signer of an organisation for a purpose (`seal`, `exchange`, …); made at first use. */
  signer(tx: Tx, purpose: string): Promise<Signer>
  /** The same, when this node has had it within five minutes: needs no transaction. Null otherwise. */
  knownSigner(tenant: string, purpose: string): Signer | null
  /** The current private key itself, for a library that wants it so. */
  privateJwk(tx: Tx, purpose: string): Promise<JWK>
  /** The current private key of any organisation, for what one certifies for another; null when there is none yet. */
  findPrivateJwk(reader: Reader, tenant: string, purpose: string): Promise<JWK | null>
  /** Public keys, newest first, retired ones too; with `inUseSince` only those that were not retired before it. */
  publicJwks(reader: Reader, tenant: string, purpose: string, inUseSince?: Date): Promise<JWK[]>
  /** Organisations whose current key of a purpose was made before an instant. */
  listAged(reader: Reader, purpose: string, before: Date): Promise<string[]>
  /** Payload of a JWS that a key of `tenant` signed (RFC 7515), or null. */
  verify(reader: Reader, tenant: string, jws: string, typ: string): Promise<string | null>
  /** Retires the current signing key and makes its successor. */
  rotate(tx: Tx, purpose: string): Promise<Signer>
  /** Encrypts under the person's key. `context` says where it stands and must be given again to open it. */
  seal(tx: Tx, person: string, plain: Uint8Array, context: string): Promise<Uint8Array | Erased>
  /** @throws Error when the bytes were sealed for another person or context. */
  open(
    reader: Reader,
    tenant: string,
    person: string,
    sealed: Uint8Array,
    context: string,
  ): Promise<Uint8Array | Erased>
  /**
   * Names under which the organisation's append-only stores speak of persons: HMAC-SHA-256 under the person's key. Who has the key can
   * find what is said of a person; when it is erased nobody can tell whom a name meant, and what comes later is `erasedPseudonym`.
   */
  pseudonyms(tx: Tx, persons: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** The names of one person in every organisation that has a key of theirs. */
  pseudonymsOf(reader: Reader, person: string): Promise<readonly string[]>
  /** Persons of whom the organisation's stores may speak, with their names there: in the order of the ids, from after one. */
  listPseudonyms(
    reader: Reader,
    tenant: string,
    after: string | null,
    limit: number,
  ): Promise<readonly { readonly person: string; readonly pseudonym: string }[]>
  /** Erases the person's key in this organisation; true when there was one. */
  erasePerson(tx: Tx, person: string): Promise<boolean>
  /** What a secret value is found by: HMAC-SHA-256 in base64url. Equal values of one field and tenant are equal. */
  blindIndex(tx: Tx, field: string, value: string): Promise<string>
  /** 32 random bytes of a name; made at first use. */
  secret(tx: Tx, name: string): Promise<Uint8Array>
  /**
   * Makes sure that this master key wrapped what is kept.
   * @throws MasterKeyWrong with the way out.
   */
  checkMasterKey(reader: Reader): Promise<void>
}

/** The name of everybody whose key was erased. */
export const erasedPseudonym = 'subject_erased'

/** A person's key, and the name that follows from it. */
interface PersonKey {
  readonly secret: KeyObject
  readonly pseudonym: string
}

function pseudonymUnder(key: KeyObject | Uint8Array | Erased): string {
  if (isErased(key)) return erasedPseudonym
  const digest = createHmac('sha256', key).update('tereze pseudonym').digest()
  return `subject_${digest.subarray(0, 16).toString('base64url')}`
}

const rememberSeconds = 5 * 60
/** For how long a node may go on sealing under a person's key that another node has erased: what it sealed is never read again. */
const rememberPersonSeconds = 60
const mostRemembered = 20_000

/**
 * Keys wrapped by `master` and kept in `store` (the database by default).
 * @param options.now the clock; signing keys are looked up again after five minutes, so that a rotation reaches every node.
 */
export function createKeys(options: { master: MasterKey; now: () => Date; store?: KeyStore }): Keys {
  const { master, now, store = databaseKeys } = options
  const remembered = createRemembered(now, mostRemembered)
  /** Keys of persons that a running transaction has looked up or made. */
  const inTransaction = new WeakMap<Tx, Map<string, PersonKey>>()

  /** Remembers only what is committed: a key made in a transaction that fails was never there. */
  function remember(tx: Tx, place: string, value: unknown, seconds = rememberSeconds): void {
    tx.onCommit(() => remembered.keep(place, value, seconds))
  }

  const personPlace = (tenant: string, person: string) => `${tenant}/person/${person}`

  async function wrap(tx: Tx, kind: KeyKind, owner: string, id: string, plain: Uint8Array): Promise<NewKey> {
    const wrapped = await master.wrap(plain, contextOf({ tenant: tx.tenant, kind, owner, id }))
    return { owner, id, wrapped, master: master.id, publicJwk: null }
  }

  async function newKey(tx: Tx, kind: KeyKind, owner: string): Promise<NewKey> {
    if (kind !== 'signing') return wrap(tx, kind, owner, '1', randomBytes(32))
    const pair = await newSigningPair()
    const plain = new TextEncoder().encode(JSON.stringify(pair.privateJwk))
    return { ...(await wrap(tx, kind, owner, pair.id, plain)), publicJwk: pair.publicJwk }
  }

  async function insert(tx: Tx, kind: KeyKind, owner: string): Promise<StoredKey> {
    const [kept] = await store.insertUnlessCurrent(tx, kind, [await newKey(tx, kind, owner)], now())
    if (kept === undefined) throw new Error(`${kind} key ${owner} was made and is not there`)
    return kept
  }

  async function current(tx: Tx, kind: KeyKind, owner: string): Promise<Uint8Array | Erased> {
    const key = (await store.findCurrent(tx, tx.tenant, kind, owner)) ?? (await insert(tx, kind, owner))
    return key.wrapped === null ? erased : master.unwrap(key.wrapped, contextOf(key))
  }

  async function lasting(tx: Tx, kind: 'signing' | 'index' | 'secret', owner: string): Promise<Uint8Array> {
    const place = `${tx.tenant}/${kind}/${owner}`
    const known = remembered.recall<Uint8Array>(place)
    if (known !== null) return known
    const bytes = await current(tx, kind, owner)
    if (isErased(bytes)) throw new Error(`${kind} key ${owner} was erased`)
    remember(tx, place, bytes)
    return bytes
  }

  /** The person's key as this transaction or node has had it; null when it has to be looked up. */
  function knownPersonKey(tx: Tx, person: string): PersonKey | null {
    const place = personPlace(tx.tenant, person)
    return inTransaction.get(tx)?.get(place) ?? remembered.recall<PersonKey>(place)
  }

  function keepPersonKey(tx: Tx, person: string, key: PersonKey): void {
    const place = personPlace(tx.tenant, person)
    const own = inTransaction.get(tx) ?? new Map<string, PersonKey>()
    inTransaction.set(tx, own.set(place, key))
    remember(tx, place, key, rememberPersonSeconds)
  }

  /** Keys of many persons. Those that are not known are made and looked up in one go: most persons that nobody knows here are new. */
  async function personKeys(tx: Tx, persons: readonly string[]): Promise<Map<string, PersonKey | Erased>> {
    const keys = new Map<string, PersonKey | Erased>()
    const unknown: string[] = []
    // In one order everywhere, so that two transactions that make keys of the same persons do not wait for each other.
    for (const person of [...new Set(persons)].sort()) {
      const known = knownPersonKey(tx, person)
      if (known === null) unknown.push(person)
      else keys.set(person, known)
    }
    if (unknown.length === 0) return keys
    const made = new Map(unknown.map(person => [person, randomBytes(32)]))
    const wrapped = await Promise.all([...made].map(([person, plain]) => wrap(tx, 'person', person, '1', plain)))
    const own = new Map(wrapped.map(key => [key.owner, key.wrapped]))
    for (const key of await store.insertUnlessCurrent(tx, 'person', wrapped, now())) {
      if (key.wrapped === null) {
        keys.set(key.owner, erased)
        continue
      }
      const isOwn = Buffer.compare(key.wrapped, own.get(key.owner) ?? new Uint8Array()) === 0
      const plain = isOwn ? made.get(key.owner) : undefined
      const bytes = plain ?? (await master.unwrap(key.wrapped, contextOf(key)))
      const secret = createSecretKey(bytes)
      const kept = { secret, pseudonym: pseudonymUnder(secret) }
      keepPersonKey(tx, key.owner, kept)
      keys.set(key.owner, kept)
    }
    return keys
  }

  async function privateJwk(tx: Tx, purpose: string): Promise<JWK> {
    return JSON.parse(new TextDecoder().decode(await lasting(tx, 'signing', purpose))) as JWK
  }

  async function signer(tx: Tx, purpose: string): Promise<Signer> {
    const place = `${tx.tenant}/signer/${purpose}`
    const known = remembered.recall<Signer>(place)
    if (known !== null) return known
    const made = await signerOf(await privateJwk(tx, purpose))
    remember(tx, place, made)
    return made
  }

  return {
    signer,
    knownSigner: (tenant, purpose) => remembered.recall<Signer>(`${tenant}/signer/${purpose}`),
    privateJwk,
    async findPrivateJwk(reader, tenant, purpose) {
      const key = await store.findCurrent(reader, tenant, 'signing', purpose)
      if (key === null || key.wrapped === null) return null
      return JSON.parse(new TextDecoder().decode(await master.unwrap(key.wrapped, contextOf(key)))) as JWK
    },
    listAged: (reader, purpose, before) => store.listAgedSigningKeys(reader, purpose, before),
    async publicJwks(reader, tenant, purpose, inUseSince) {
      const keys = await store.listSigningKeys(reader, tenant, purpose, inUseSince)
      return keys.flatMap(key => (key.publicJwk === null ? [] : [key.publicJwk]))
    },
    async verify(reader, tenant, jws, typ) {
      const kid = kidOf(jws)
      if (kid === null) return null
      // The name of a key is its thumbprint, so what is remembered is this key for ever.
      const place = `${tenant}/public/${kid}`
      const known = remembered.recall<JWK>(place)
      const jwk = known ?? (await store.findSigningKey(reader, tenant, kid))?.publicJwk ?? null
      if (jwk === null) return null
      remembered.keep(place, jwk, rememberSeconds)
      return verifySignature(jws, jwk, typ)
    },
    async rotate(tx, purpose) {
      await store.retireCurrent(tx, 'signing', purpose, now())
      remembered.forget(`${tx.tenant}/signing/${purpose}`)
      remembered.forget(`${tx.tenant}/signer/${purpose}`)
      return signer(tx, purpose)
    },
    async seal(tx, person, plain, context) {
      const key = (await personKeys(tx, [person])).get(person)
      if (key === undefined) throw new Error('a key that must exist is missing')
      return isErased(key) ? erased : encrypt(key.secret, plain, `${tx.tenant}/${person}/${context}`)
    },
    async open(reader, tenant, person, sealed, context) {
      const key = await store.findCurrent(reader, tenant, 'person', person)
      if (key === null) throw new Error('nothing was ever sealed for this person')
      if (key.wrapped === null) return erased
      return decrypt(await master.unwrap(key.wrapped, contextOf(key)), sealed, `${tenant}/${person}/${context}`)
    },
    async pseudonyms(tx, persons) {
      if (persons.length === 0) return new Map()
      const keys = await personKeys(tx, persons)
      return new Map([...keys].map(([person, key]) => [person, isErased(key) ? erasedPseudonym : key.pseudonym]))
    },
    async pseudonymsOf(reader, person) {
      const stored = await store.listOfPerson(reader, person)
      const keys = stored.map(key => (key.wrapped === null ? erased : master.unwrap(key.wrapped, contextOf(key))))
      return (await Promise.all(keys)).map(pseudonymUnder).filter(name => name !== erasedPseudonym)
    },
    async listPseudonyms(reader, tenant, after, limit) {
      const stored = await store.listPersons(reader, tenant, after, limit)
      return Promise.all(
        stored.map(async key => ({
          person: key.owner,
          pseudonym: pseudonymUnder(key.wrapped === null ? erased : await master.unwrap(key.wrapped, contextOf(key))),
        })),
      )
    },
    erasePerson(tx, person) {
      const place = personPlace(tx.tenant, person)
      inTransaction.get(tx)?.delete(place)
      remembered.forget(place)
      tx.onCommit(() => remembered.forget(place))
      const mark = { kind: 'person' as const, owner: person, id: '1', master: master.id, publicJwk: null }
      return store.erase(tx, 'person', person, mark, now())
    },
    async blindIndex(tx, field, value) {
      return createHmac('sha256', await lasting(tx, 'index', field))
        .update(value.normalize('NFC'))
        .digest('base64url')
    },
    secret: (tx, name) => lasting(tx, 'secret', name),
    async checkMasterKey(reader) {
      const known = [master.id, ...(master.alsoOpens ?? [])]
      const others = (await store.listMasterKeys(reader)).filter(id => !known.includes(id))
      if (others.length === 0) return
      throw new MasterKeyWrong(
        `the keys in the database were wrapped by master key ${others.join(', ')}, this node has ${master.id}; ` +
          'give it the master.key file or TEREZE_MASTER_KEY of the node that made them',
      )
    },
  }
}

function kidOf(jws: string): string | null {
  try {
    return decodeProtectedHeader(jws).kid ?? null
  } catch {
    return null
  }
}
