import { describe, expect, it } from 'vitest'
import { notifyPerson, receiveSms } from '../contract/index.ts'
import { father, mother, notice, notificationsPlatform, writer } from '../platform.fixture.ts'
import { smsGateway } from '../protocols/sms-gateway.ts'

const platform = await notificationsPlatform()
const answers = async () => {
  await platform.settle()
  return (await platform.listEvents('notifications.answer-received')).map(event => event.data)
}

describe('receive-sms', () => {
  it('finds the newest message that asked this telephone, by its keyword in any language', async () => {
    await platform.run(
      notifyPerson,
      notice({ person: father.id, key: 'f', answerTo: { case: 'case_7', task: 't' } }),
      writer,
    )
    platform.clock.advance({ seconds: 1 })
    await platform.run(notifyPerson, notice(), writer)
    const sms = { id: 'gw-1', from: '+99955500001', text: 'Имя Арман' }
    expect(await platform.run(receiveSms, sms, smsGateway)).toEqual({ taken: true })
    expect(await answers()).toMatchObject([
      { person: mother.id, organisation: 'civil-registry', case: 'case_1', task: 'choose-name' },
    ])
    expect(JSON.stringify(await answers())).not.toContain('Арман')
  })

  it('takes the same SMS once', async () => {
    const sms = { id: 'gw-1', from: '+99955500001', text: 'Имя Арман' }
    expect(await platform.run(receiveSms, sms, smsGateway)).toEqual({ taken: true })
    expect((await answers()).length).toBe(1)
  })

  it.each([
    ['an unknown telephone', { id: 'gw-2', from: '+99955500002', text: 'NAME Arman' }],
    ['another word', { id: 'gw-3', from: '+99955500001', text: 'HELLO Arman' }],
    ['nothing after the keyword', { id: 'gw-4', from: '+99955500001', text: 'NAME' }],
  ])('does not take %s', async (_, sms) => {
    expect(await platform.run(receiveSms, sms, smsGateway)).toEqual({ taken: false })
    expect((await answers()).length).toBe(1)
  })

  it('tells who asked what was wrong with an SMS of somebody who was asked, without its text', async () => {
    const unclear = (await platform.listEvents('notifications.answer-unclear')).map(event => event.data)
    expect(unclear).toEqual([
      {
        sms: 'gw-3',
        person: mother.id,
        organisation: 'civil-registry',
        case: 'case_1',
        task: 'choose-name',
        wrong: 'keyword',
      },
      {
        sms: 'gw-4',
        person: mother.id,
        organisation: 'civil-registry',
        case: 'case_1',
        task: 'choose-name',
        wrong: 'empty',
      },
    ])
  })
})
