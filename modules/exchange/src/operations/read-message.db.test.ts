import { official } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { readMessage } from '../contract/index.ts'
import { exchangePlatform, notification, ward } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const organisation = 'civil-registry'
const id = '01960000-0000-7000-8000-00000000c0de'
const head = official({ organisation, roles: ['head'] })
const reason = 'A complaint of the mother.'
const read = (message: string) =>
  platform.run(readMessage, { organisation, message, direction: 'received', reason }, head)

it('opens a message with its reply, byte by byte what the log has, and tells the audit whom it is about and why', async () => {
  const jws = await platform.member.sign({ id, body: notification('L-1', platform.mother.identifier) })
  await platform.serve(jws)
  expect(await read(id)).toMatchObject({
    message: jws,
    said: { consumer: ward, body: { notificationId: 'L-1' } },
    answered: { inReplyTo: id, body: { accepted: true } },
    intact: true,
  })
  expect(platform.audited.at(-1)).toMatchObject({
    operation: 'exchange.read-message',
    subjects: [platform.mother.id],
    fields: expect.arrayContaining([`reason:${reason}`]),
  })
})

it('refuses what is not there, and what was erased', async () => {
  expect(await read('01960000-0000-7000-8000-00000000ffff')).toMatchObject({ code: 'exchange.message-not-found' })
  await platform.database.transaction(organisation, tx => platform.keys.erasePerson(tx, platform.mother.id))
  expect(await read(id)).toMatchObject({ code: 'exchange.message-erased' })
})
