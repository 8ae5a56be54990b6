import { expect, it } from 'vitest'
import { getAnswer, notifyPerson, receiveSms } from '../contract/index.ts'
import { mother, notice, notificationsPlatform, writer } from '../platform.fixture.ts'
import { smsGateway } from '../protocols/sms-gateway.ts'

const platform = await notificationsPlatform()

it('gives the answer only to the organisation that asked', async () => {
  await platform.run(notifyPerson, notice(), writer)
  await platform.run(receiveSms, { id: 'gw-1', from: '+99955500001', text: 'есім: «Айсұлу»' }, smsGateway)
  await platform.settle()
  const [event] = await platform.listEvents('notifications.answer-received')
  const { answer } = (event?.data ?? {}) as { answer: string }
  expect(await platform.run(getAnswer, { organisation: 'civil-registry', answer }, writer)).toEqual({
    text: 'есім: «Айсұлу»',
    value: 'Айсұлу',
    field: '/name/given',
    person: mother.id,
    receivedAt: '2026-03-02T04:00:00.000Z',
  })
  expect(await platform.run(getAnswer, { organisation: 'health', answer }, writer)).toMatchObject({
    code: 'notifications.message-not-found',
  })
})
