import type { listOwnMessages } from '@tereze/notifications/contract'
import type { OutputOf } from '@tereze/operation'
import { birthCase, id, monthlyCase, oneTimeCase, say } from './family.ts'

/** Messages are written in the person's own language. */
export function messages(language: 'en' | 'ru' | 'kk'): OutputOf<typeof listOwnMessages> {
  const sent = {
    channel: 'sms' as const,
    state: 'sent' as const,
    at: '2026-03-02T04:02:10.000Z',
    problem: null,
    insteadOf: 'email' as const,
  }
  const back = {
    channel: 'email' as const,
    state: 'failed' as const,
    at: sent.at,
    problem: 'bounced' as const,
    insteadOf: null,
  }
  const of = (
    number: number,
    organisation: string,
    own: string,
    at: string,
    readAt: string | null,
    title: ReturnType<typeof say>,
    text: ReturnType<typeof say>,
  ) => ({
    message: id('message', number),
    organisation,
    case: own,
    language,
    title: title[language],
    text: text[language],
    sentAt: at,
    readAt,
    significant: number === 1,
    delivered:
      number === 1
        ? { at: null, by: null, latest: '2026-03-09T19:00:00.000Z', ground: 'act:administrative-procedure/33.2' }
        : null,
    actions: [],
    deliveries: [
      { channel: 'cabinet' as const, state: 'sent' as const, at, problem: null, insteadOf: null },
      back,
      sent,
    ],
  })
  return {
    items: [
      of(
        1,
        'social-protection',
        monthlyCase,
        '2026-03-02T04:02:00.000Z',
        null,
        say('A person looks at your income', 'Ваш доход смотрит специалист', 'Табысыңызды маман қарап жатыр'),
        say(
          'Two employers reported different sums, so a person decides. You need to do nothing.\n\nWe decide by Tuesday 10 March (5 working days).',
          'Два работодателя сообщили разные суммы, поэтому решает человек. От вас ничего не нужно.\n\nРешение будет до вторника, 10 марта (5 рабочих дней).',
          'Екі жұмыс беруші әртүрлі сома көрсеткендіктен, адам шешеді. Сізден ештеңе керек емес.\n\nШешім 10 наурыз, сейсенбіге дейін (5 жұмыс күні) шығады.',
        ),
      ),
      of(
        2,
        'social-protection',
        oneTimeCase,
        '2026-02-23T05:00:21.000Z',
        '2026-02-23T06:00:00.000Z',
        say('149,000 DMD are on your account', '149 000 DMD на вашем счёте', '149 000 DMD шотыңызға түсті'),
        say(
          'The one-time birth benefit was paid to the account ending 4410.',
          'Единовременное пособие перечислено на счёт 4410.',
          'Біржолғы жәрдемақы 4410 шотына аударылды.',
        ),
      ),
      of(
        3,
        'civil-registry',
        birthCase,
        '2026-02-22T06:00:10.000Z',
        '2026-02-22T07:00:00.000Z',
        say('The birth certificate is ready', 'Свидетельство о рождении готово', 'Туу туралы куәлік дайын'),
        say(
          'You can open it, print it and share its code.',
          'Его можно открыть, распечатать и поделиться кодом.',
          'Оны ашуға, басып шығаруға және кодын бөлісуге болады.',
        ),
      ),
    ],
    next: null,
  }
}
