import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { listDemoMail, listOwnMessages, notifyPerson } from '../contract/index.ts'
import { father, mother, notice, notificationsPlatform, writer } from '../platform.fixture.ts'

const platform = await notificationsPlatform()
const plain = (text: string | undefined | null) => text?.replaceAll('\u00a0', ' ')

describe('notify-person', () => {
  it('writes once for one key, in the reader’s language, with values written as the notice says', async () => {
    const first = await platform.run(notifyPerson, notice(), writer)
    expect(isRefused(first)).toBe(false)
    expect(await platform.run(notifyPerson, notice(), writer)).toEqual(first)
    const page = await platform.run(listOwnMessages, { person: mother.id }, mother)
    if (isRefused(page)) throw new Error(page.code)
    expect(page.items.length).toBe(1)
    expect(page.items[0]).toMatchObject({ title: 'Есім таңдаңыз', language: 'kk', organisation: 'civil-registry' })
    expect(plain(page.items[0]?.text)).toBe('Туған күні 2026 жылғы 20 ақпан, 41 000,00 DMD, 3 күн қалды.')
    expect(page.items[0]?.actions).toEqual([{ id: 'answer', text: 'Таңдау', to: 'task' }])
    const russian = await platform.run(listOwnMessages, { person: mother.id }, { ...mother, language: 'ru' })
    if (isRefused(russian)) throw new Error(russian.code)
    expect(plain(russian.items[0]?.text)).toBe('Дата рождения 20 февраля 2026 г., 41 000,00 DMD, осталось 3 дня.')
  })

  it('travels after commit, in the recipient’s language, by the channels of the notice', async () => {
    await platform.settle()
    expect((await platform.listEvents('notifications.person-notified')).map(event => event.data)).toMatchObject([
      { notice: 'choose-name', case: 'case_1' },
    ])
    const box = await platform.run(listDemoMail, {}, mother)
    if (isRefused(box)) throw new Error(box.code)
    expect(box.items.map(({ channel, address }) => [channel, address]).sort()).toEqual([
      ['email', 'saule@example.com'],
      ['sms', '+99955500001'],
    ])
    expect(box.items.find(item => item.channel === 'sms')?.text).toBe('ЕСІМ және есімнің өзін жазыңыз.')
    const page = await platform.run(listOwnMessages, { person: mother.id }, mother)
    if (isRefused(page)) throw new Error(page.code)
    expect(page.items[0]?.deliveries.map(({ channel, state }) => `${channel} ${state}`)).toEqual([
      'cabinet sent',
      'email sent',
      'sms sent',
    ])
  })

  it('shows that a person has no address for a channel', async () => {
    await platform.run(notifyPerson, notice({ person: father.id, key: 'case_1/father' }), writer)
    await platform.settle()
    const page = await platform.run(listOwnMessages, { person: father.id }, father)
    if (isRefused(page)) throw new Error(page.code)
    expect(page.items[0]?.deliveries.find(({ channel }) => channel === 'email')).toMatchObject({
      state: 'failed',
      problem: 'no-address',
    })
  })

  it('words what a process tells by the service whose case it is', async () => {
    platform.clock.advance({ seconds: 1 })
    const title = { en: 'Certificate', ru: 'Свидетельство', kk: 'Куәлік' }
    const data = { decision: { refusals: ['late'] }, service: { id: 'birth-certificate', version: '1.0.0', title } }
    const input = notice({ package: 'standard-service', notice: 'refused', params: {}, data, key: 'refused' })
    await platform.run(notifyPerson, input, writer)
    const page = await platform.run(listOwnMessages, { person: mother.id, limit: 1 }, mother)
    if (isRefused(page)) throw new Error(page.code)
    expect(page.items[0]).toMatchObject({ text: 'Куәлік: Тым кеш.', significant: true })
  })

  it('refuses a notice that the package does not have', async () => {
    expect(await platform.run(notifyPerson, notice({ notice: 'nothing', key: 'n' }), writer)).toMatchObject({
      code: 'notifications.notice-not-found',
    })
    expect(await platform.run(notifyPerson, notice({ version: '9.0.0', key: 'n' }), writer)).toMatchObject({
      code: 'notifications.notice-not-found',
    })
  })
})
