import type { getPreferences } from '@tereze/notifications/contract'
import type { OutputOf } from '@tereze/operation'

/** How the sample person wants to be written to. */
export const writing: OutputOf<typeof getPreferences> = {
  preference: {
    language: 'kk',
    zone: null,
    quiet: { kind: 'own', from: '21:00', to: '08:00' },
    refused: [{ topic: 'progress', channel: 'sms' }],
    daily: ['progress'],
  },
  topics: [
    {
      topic: 'decisions',
      title: { en: 'Decisions', ru: 'Решения', kk: 'Шешімдер' },
      about: {
        en: 'What was decided on your case and what to do if you do not agree',
        ru: 'Что решено по вашему делу и что делать, если вы не согласны',
        kk: 'Ісіңіз бойынша не шешілді және келіспесеңіз не істеу керек',
      },
      urgent: false,
      mandatory: ['email'],
      ground: 'act:administrative-procedure/32.1',
    },
    {
      topic: 'progress',
      title: { en: 'Progress of a case', ru: 'Ход дела', kk: 'Істің барысы' },
      about: {
        en: 'Your case was received, paused or goes on',
        ru: 'Дело получено, приостановлено или продолжено',
        kk: 'Ісіңіз қабылданды, тоқтатыла тұрды немесе жалғасты',
      },
      urgent: false,
      mandatory: [],
      ground: null,
    },
    {
      topic: 'security',
      title: {
        en: 'Safety of your account and data',
        ru: 'Безопасность учётной записи и данных',
        kk: 'Тіркелгі мен деректердің қауіпсіздігі',
      },
      about: {
        en: 'A new way to sign in, a power over you, a leak of your data',
        ru: 'Новый способ входа, чьё-то право действовать за вас, утечка ваших данных',
        kk: 'Жаңа кіру тәсілі, біреудің сіз үшін әрекет ету құқығы, деректеріңіздің таралуы',
      },
      urgent: true,
      mandatory: ['email', 'sms'],
      ground: 'act:personal-data/20.3',
    },
  ],
  channels: ['email', 'sms'],
  addresses: [
    { channel: 'email', state: 'bounced', since: '2026-03-01T05:10:00.000Z' },
    { channel: 'sms', state: 'none', since: null },
  ],
  quiet: { from: '22:00', to: '07:00', channels: ['sms'] },
  daily: '18:00',
}
