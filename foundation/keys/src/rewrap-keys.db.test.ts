import { testDatabase } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { createKeys, erased, keysMigrations, localMasterKey, MasterKeyWrong, masterKeys, rewrapKeys } from './index.ts'

const { database } = await testDatabase([keysMigrations])
const old = localMasterKey(new Uint8Array(32).fill(1))
const fresh = localMasterKey(new Uint8Array(32).fill(2))
const stranger = localMasterKey(new Uint8Array(32).fill(3))
const keysUnder = (master: typeof old) => createKeys({ master, now: () => new Date() })
const bytes = new TextEncoder().encode('something')

test('a master key is replaced while nodes run: each reads what the other wrote, and afterwards the old one is not needed', async () => {
  const before = keysUnder(old)
  const sealed = await database.transaction('health', async tx => {
    const [mother, other] = [
      await before.seal(tx, 'person_a', bytes, 'x'),
      await before.seal(tx, 'person_b', bytes, 'x'),
    ]
    await before.signer(tx, 'seal')
    await before.erasePerson(tx, 'person_b')
    return { mother, other }
  })
  await database.transaction('education', tx => before.secret(tx, 'token'))

  const [waiting, changed] = [keysUnder(masterKeys(old, [fresh])), keysUnder(masterKeys(fresh, [old]))]
  for (const node of [waiting, changed]) await node.checkMasterKey(database)
  const { made, told } = await database.transaction('health', async tx => ({
    made: await changed.seal(tx, 'person_c', bytes, 'y'),
    told: [...(await changed.pseudonyms(tx, ['person_a', 'person_b'])).values()],
  }))
  if ('erased' in made || 'erased' in sealed.mother) throw new Error('erased')
  expect(await waiting.open(database, 'health', 'person_c', made, 'y')).toEqual(Buffer.from(bytes))
  expect(await changed.open(database, 'health', 'person_a', sealed.mother, 'x')).toEqual(Buffer.from(bytes))

  await expect(rewrapKeys(database, masterKeys(fresh, [stranger]))).rejects.toThrow(MasterKeyWrong)
  expect(await rewrapKeys(database, masterKeys(fresh, [old]))).toBe(3)
  expect(await rewrapKeys(database, masterKeys(fresh, [old]))).toBe(0)

  const after = keysUnder(fresh)
  await after.checkMasterKey(database)
  expect(await after.open(database, 'health', 'person_a', sealed.mother, 'x')).toEqual(Buffer.from(bytes))
  expect(await after.open(database, 'health', 'person_b', bytes, 'x')).toBe(erased)
  const again = await database.transaction('health', tx => after.pseudonyms(tx, ['person_a', 'person_b']))
  expect([...again.values()]).toEqual(told)
  expect(told[1]).toBe('subject_erased')
  expect(await after.pseudonymsOf(database, 'person_a')).toEqual([told[0]])
  expect(await after.pseudonymsOf(database, 'person_b')).toEqual([])
  await expect(keysUnder(old).checkMasterKey(database)).rejects.toThrow(MasterKeyWrong)
})
