import { person, testPlatform } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { listPasskeys } from '../contract/index.ts'
import { identity } from '../index.ts'
import { insertPasskey } from '../store/passkeys.ts'

const platform = await testPlatform({ modules: [identity] })

test('one’s own passkeys are listed, without their keys, and nobody else’s', async () => {
  const own = person()
  const passkey = (n: number, account: string) => ({
    passkey: `passkey_01960000-0000-7000-8000-00000000000${n}`,
    account,
    credential: `credential-${n}`,
    publicKey: new Uint8Array([n]),
    counter: 0,
    transports: [],
    synced: n === 2,
    name: null,
    now: new Date(`2026-03-02T04:00:0${n}.000Z`),
  })
  await platform.database.transaction('platform', async tx => {
    for (const [n, account] of [
      [2, own.id],
      [1, own.id],
      [3, 'person_01960000-0000-7000-8000-000000000009'],
    ] as const)
      await insertPasskey(tx, passkey(n, account))
  })
  expect(await platform.run(listPasskeys, {}, own)).toEqual({
    items: [1, 2].map(n => ({
      passkey: `passkey_01960000-0000-7000-8000-00000000000${n}`,
      name: null,
      synced: n === 2,
      addedAt: `2026-03-02T04:00:0${n}.000Z`,
      usedAt: null,
    })),
  })
})
