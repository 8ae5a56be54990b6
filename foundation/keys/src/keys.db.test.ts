import { costOf, testDatabase } from '@tereze/foundation-testing'
import { decodeProtectedHeader } from 'jose'
import { describe, expect, it } from 'vitest'
import { createKeys, isErased, keysMigrations, localMasterKey, MasterKeyWrong } from './index.ts'

const { database } = await testDatabase([keysMigrations])
const master = localMasterKey(new Uint8Array(32).fill(7))
const at = { time: Date.parse('2026-03-02T04:00:00.000Z') }
const now = () => new Date(at.time)
const keys = createKeys({ master, now })
const later = () => createKeys({ master, now })
const bytes = (text: string) => new TextEncoder().encode(text)
const text = (value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString() : value)

describe('signing keys', () => {
  it('are made once, however many ask first', async () => {
    const signers = await Promise.all(
      Array.from({ length: 5 }, () => database.transaction('health', tx => later().signer(tx, 'seal'))),
    )
    expect(new Set(signers.map(signer => signer.kid)).size).toBe(1)
    expect((await keys.publicJwks(database, 'health', 'seal')).map(jwk => jwk.kid)).toEqual([signers[0]?.kid])
  })

  it('belong to one organisation; a retired one still verifies', async () => {
    const old = await database.transaction('health', async tx => (await keys.signer(tx, 'seal')).sign('{}', 'test'))
    at.time += 1000
    const fresh = await database.transaction('health', tx => keys.rotate(tx, 'seal'))
    expect(fresh.kid).not.toBe(decodeProtectedHeader(old).kid)
    expect(await keys.verify(database, 'health', old, 'test')).toBe('{}')
    expect(await keys.verify(database, 'health', await fresh.sign('{"a":1}', 'test'), 'test')).toBe('{"a":1}')
    expect(await keys.verify(database, 'education', old, 'test')).toBeNull()
    expect(await keys.verify(database, 'health', old, 'other')).toBeNull()
  })

  it('are forgotten with the transaction that made them', async () => {
    const lost = await database
      .transaction('tax-agency', async tx => {
        const { kid } = await keys.signer(tx, 'seal')
        throw Object.assign(new Error('undone'), { kid })
      })
      .catch((error: { kid: string }) => error.kid)
    const kept = await database.transaction('tax-agency', tx => keys.signer(tx, 'seal'))
    expect(kept.kid).not.toBe(lost)
  })
})

describe('signing keys in use', () => {
  it('are known without a transaction for five minutes after this node had them, and never after they were rotated', async () => {
    expect(keys.knownSigner('education', 'exchange')).toBeNull()
    const signer = await database.transaction('education', tx => keys.signer(tx, 'exchange'))
    expect(keys.knownSigner('education', 'exchange')).toBe(signer)
    expect(keys.knownSigner('health', 'exchange')).toBeNull()
    const next = await database.transaction('education', tx => keys.rotate(tx, 'exchange'))
    expect(keys.knownSigner('education', 'exchange')?.kid).toBe(next.kid)
    at.time += 5 * 60_000 + 1
    expect(keys.knownSigner('education', 'exchange')).toBeNull()
  })

  it('are told apart by age and by when they were retired', async () => {
    const since = now()
    expect(await keys.listAged(database, 'exchange', since)).toEqual(['education'])
    at.time += 1000
    await database.transaction('education', tx => keys.rotate(tx, 'exchange'))
    expect(await keys.listAged(database, 'exchange', since)).toEqual([])
    const counts = async (from?: Date) => (await keys.publicJwks(database, 'education', 'exchange', from)).length
    expect([await counts(), await counts(since), await counts(now())]).toEqual([3, 2, 1])
  })
})

describe('person keys', () => {
  it('open what they sealed, for this person, organisation and place only', async () => {
    const sealed = await database.transaction('health', tx => keys.seal(tx, 'person_1', bytes('A+'), 'trace/1'))
    if (isErased(sealed)) throw new Error('erased')
    expect(text(await keys.open(database, 'health', 'person_1', sealed, 'trace/1'))).toBe('A+')
    await expect(keys.open(database, 'health', 'person_1', sealed, 'trace/2')).rejects.toThrow()
    await database.transaction('health', tx => keys.seal(tx, 'person_2', bytes('x'), 'trace/1'))
    await expect(keys.open(database, 'health', 'person_2', sealed, 'trace/1')).rejects.toThrow()
  })

  it('of many new persons are made and looked up in one go, and then known', async () => {
    const persons = ['person_8', 'person_9', 'person_10']
    const named = () => database.transaction('health', tx => keys.pseudonyms(tx, persons))
    const first = await named()
    expect(new Set(first.values()).size).toBe(3)
    expect(await costOf(database, named)).toEqual({ statements: 2, packets: 1 })
    expect(await named()).toEqual(first)
    expect(
      await costOf(database, () => database.transaction('health', tx => keys.pseudonyms(tx, ['person_11']))),
    ).toEqual({
      statements: 4,
      packets: 2,
    })
  })

  it('leave a mark when erased: nothing is read or sealed any more, others are not touched', async () => {
    const sealed = await database.transaction('health', tx => keys.seal(tx, 'person_3', bytes('secret'), 'c'))
    if (isErased(sealed)) throw new Error('erased')
    expect(await database.transaction('health', tx => keys.erasePerson(tx, 'person_3'))).toBe(true)
    expect(await keys.open(database, 'health', 'person_3', sealed, 'c')).toEqual({ erased: true })
    expect(isErased(await database.transaction('health', tx => keys.seal(tx, 'person_3', bytes('x'), 'c')))).toBe(true)
    expect(await database.transaction('health', tx => keys.erasePerson(tx, 'person_3'))).toBe(false)
  })

  it('can be erased before they were ever used', async () => {
    expect(await database.transaction('health', tx => keys.erasePerson(tx, 'person_4'))).toBe(false)
    expect(isErased(await database.transaction('health', tx => keys.seal(tx, 'person_4', bytes('x'), 'c')))).toBe(true)
  })
})

describe('blind index and secrets', () => {
  it('are the same on every node, and differ by field and organisation', async () => {
    const index = (node: typeof keys, tenant: string, field: string) =>
      database.transaction(tenant, tx => node.blindIndex(tx, field, 'DM-1234'))
    const one = await index(keys, 'health', 'people/number')
    expect(await index(later(), 'health', 'people/number')).toBe(one)
    expect(await index(keys, 'health', 'people/phone')).not.toBe(one)
    expect(await index(keys, 'education', 'people/number')).not.toBe(one)
    const secret = await database.transaction('platform', tx => keys.secret(tx, 'cookies'))
    expect(secret.length).toBe(32)
    expect(await database.transaction('platform', tx => later().secret(tx, 'cookies'))).toEqual(secret)
  })
})

describe('checkMasterKey', () => {
  it('refuses a node with another master key', async () => {
    await keys.checkMasterKey(database)
    const other = createKeys({ master: localMasterKey(new Uint8Array(32).fill(8)), now })
    await expect(other.checkMasterKey(database)).rejects.toBeInstanceOf(MasterKeyWrong)
    await expect(database.transaction('health', tx => other.signer(tx, 'seal'))).rejects.toBeInstanceOf(MasterKeyWrong)
  })
})
