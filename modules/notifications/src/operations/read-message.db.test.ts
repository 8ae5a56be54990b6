import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { listOwnMessages, notifyPerson, readMessage } from '../contract/index.ts'
import { father, mother, notice, notificationsPlatform, writer } from '../platform.fixture.ts'

const platform = await notificationsPlatform()

it('keeps the time of the first reading, by the person it was written to', async () => {
  const written = await platform.run(notifyPerson, notice(), writer)
  if (isRefused(written)) throw new Error(written.code)
  const input = { organisation: 'civil-registry', message: written.message }
  expect(await platform.run(readMessage, input, father)).toMatchObject({ code: 'notifications.message-not-found' })
  expect(await platform.run(readMessage, input, mother)).toEqual({ message: written.message })
  platform.clock.advance({ hours: 1 })
  await platform.run(readMessage, input, mother)
  const page = await platform.run(listOwnMessages, { person: mother.id }, mother)
  if (isRefused(page)) throw new Error(page.code)
  expect(page.items[0]?.readAt).toBe('2026-03-02T04:00:00.000Z')
})
