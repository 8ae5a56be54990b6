import { expect, it } from 'vitest'
import { getPreferences } from '../contract/index.ts'
import { mother, notificationsPlatform } from '../platform.fixture.ts'
import { usualPreference } from '../rules/decide-preference.ts'

const platform = await notificationsPlatform()

it('tells whoever has chosen nothing what there is to choose, and what the law keeps', async () => {
  const found = await platform.run(getPreferences, { person: mother.id }, mother)
  expect(found).toMatchObject({
    preference: usualPreference,
    channels: ['email', 'sms'],
    addresses: [
      { channel: 'email', state: 'known', since: null },
      { channel: 'sms', state: 'known', since: null },
    ],
    quiet: { from: '22:00', to: '07:00', channels: ['sms', 'push', 'messenger'] },
    daily: '18:00',
  })
  const { topics } = found as { topics: { topic: string }[] }
  expect(topics.find(({ topic }) => topic === 'security')).toMatchObject({
    title: { ru: 'Безопасность учётной записи и данных' },
    urgent: true,
    mandatory: ['email', 'sms'],
    ground: 'act:personal-data/20.3',
  })
})
