import { expect, it } from 'vitest'
import { listOwnMessages, notifyPerson, readMessage, sumUpMailing } from '../contract/index.ts'
import { mother, notice, notificationsPlatform, writer } from '../platform.fixture.ts'

const platform = await notificationsPlatform()
const organisation = 'civil-registry'

it('counts the messages of a mailing and no others, and those that were read', async () => {
  const sum = () => platform.run(sumUpMailing, { organisation, mailing: 'flood' }, writer)
  expect(await sum()).toEqual({ written: 0, read: 0, channels: [] })
  await platform.run(notifyPerson, notice({ mailing: 'flood' }), writer)
  await platform.run(notifyPerson, notice({ key: 'another' }), writer)
  const waiting = ['cabinet', 'email', 'sms'].map(channel =>
    channel === 'cabinet' ? { channel, waiting: 0, sent: 1, failed: 0 } : { channel, waiting: 1, sent: 0, failed: 0 },
  )
  expect(await sum()).toEqual({ written: 1, read: 0, channels: waiting })
  const page = (await platform.run(listOwnMessages, { person: mother.id }, mother)) as { items: { message: string }[] }
  for (const { message } of page.items) await platform.run(readMessage, { organisation, message }, mother)
  expect(await sum()).toMatchObject({ written: 1, read: 1 })
})
