import { expect, it } from 'vitest'
import { getDelivery, listOwnMessages, notifyPerson, readMessage } from '../contract/index.ts'
import { mother, notice, notificationsPlatform, writer } from '../platform.fixture.ts'

const platform = await notificationsPlatform()
const organisation = 'civil-registry'

it('tells what was placed and by its hash what it said, when it was opened and since when it counts as delivered', async () => {
  const refused = notice({
    package: 'standard-service',
    notice: 'refused',
    key: 'refused',
    params: { reasons: [], service: 'x' },
  })
  const { message } = (await platform.run(notifyPerson, refused, writer)) as { message: string }
  const delivery = (id = message, about = 'case_1') =>
    platform.run(getDelivery, { organisation, case: about, message: id }, writer)
  const placed = await delivery()
  expect(placed).toMatchObject({
    notice: 'refused',
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    sentAt: '2026-03-02T04:00:00.000Z',
    readAt: null,
    delivered: { at: null, by: null, ground: 'act:administrative-procedure/33.2' },
  })
  platform.clock.advance({ hours: 20 })
  await platform.run(readMessage, { organisation, message }, mother)
  platform.clock.advance({ hours: 1000 })
  expect(await delivery()).toMatchObject({
    hash: (placed as { hash: string }).hash,
    delivered: { at: '2026-03-03T00:00:00.000Z', by: 'opened' },
  })
  expect(await delivery(message, 'case_2')).toMatchObject({ code: 'notifications.message-not-found' })
  const own = await platform.run(listOwnMessages, { person: mother.id }, mother)
  expect(own).toMatchObject({ items: [{ delivered: { at: '2026-03-03T00:00:00.000Z', by: 'opened' } }] })
})
