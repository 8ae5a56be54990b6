import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { getMessageProof, proveEntry } from '../contract/index.ts'
import { exchangePlatform, notification } from '../exchange-platform.fixture.ts'
import { hashOfJws } from '../rules/log-leaf.ts'

it('proves a message by its number, the same as to whoever holds it', async () => {
  const platform = await exchangePlatform()
  const organisation = 'civil-registry'
  const auditor = official({ organisation, roles: ['auditor'] })
  const message = '01960000-0000-7000-8000-0000000b0001'
  const prove = (direction: 'sent' | 'received') =>
    platform.run(proveEntry, { organisation, message, direction }, auditor)
  const jws = await platform.member.sign({ id: message, body: notification('P-1', platform.mother.identifier) })
  await platform.serve(jws)
  expect(await prove('received')).toMatchObject({ code: 'exchange.entry-not-found', pointer: '/message' })
  await platform.settle()
  const found = await prove('received')
  if (isRefused(found)) throw new Error(found.code)
  const { size, time, ...proof } = found
  const hash = hashOfJws(jws).toString('base64url')
  expect(await platform.run(getMessageProof, { organisation, message, hash }, auditor)).toEqual(proof)
  expect(size).toBeGreaterThan(found.index)
  expect(time).toBe(platform.clock.now().toISOString())
  expect(await prove('sent')).toMatchObject({ code: 'exchange.entry-not-found' })
})
