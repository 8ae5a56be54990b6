import type { getOwnCase } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import { card3 } from './cases.ts'
import { id, line, money, say } from './family.ts'

/** A case on its way. */
export const movingCase: OutputOf<typeof getOwnCase> = {
  card: card3,
  holder: say(
    'a case worker of Social Protection',
    'специалист службы социальной защиты',
    'әлеуметтік қорғау қызметінің маманы',
  ),
  next: { date: '2026-03-10', text: say('Decision at the latest', 'Крайний срок решения', 'Шешімнің соңғы күні') },
  deadline: {
    date: '2026-03-10',
    at: '2026-03-10T19:00:00.000Z',
    summary: say(
      '5 working days from 2 March 2026; days off: 7–9 March → 10 March 2026',
      '5 рабочих дней со 2 марта 2026 г.; выходные: 7–9 марта → 10 марта 2026 г.',
      '2026 жылғы 2 наурыздан бастап 5 жұмыс күні; демалыс: 7–9 наурыз → 2026 жылғы 10 наурыз',
    ),
    lines: [
      say(
        'The first day is the one after the registration',
        'Первый день — следующий после регистрации',
        'Бірінші күн — тіркелгеннен кейінгі күн',
      ),
      say(
        '8 March is a holiday; 9 March is given for it',
        '8 марта — праздник, 9 марта — за него',
        '8 наурыз — мереке, 9 наурыз — оның орнына',
      ),
    ],
    suspended: {
      since: '2026-03-02',
      until: '2026-03-16',
      waitsFor: 'agency',
      ground: say(
        'Another body is asked for what only it can tell',
        'Запрошено то, что может сообщить только другой орган',
        'Тек басқа орган айта алатын мәлімет сұралды',
      ),
    },
    extensions: 0,
    stages: [
      {
        stage: 'review',
        title: say('An official is looking', 'Рассматривает сотрудник', 'Қызметкер қарауда'),
        state: 'running',
        date: '2026-03-04',
        late: false,
        summary: say('2 working days', '2 рабочих дня', '2 жұмыс күні'),
      },
    ],
  },
  timeline: [
    line(
      '2026-03-02T04:02:00.000Z',
      'A person compares the two answers about your income',
      'Специалист сверяет два ответа о вашем доходе',
      'Маман табысыңыз туралы екі жауапты салыстыруда',
      'official',
    ),
    line(
      '2026-03-02T04:01:00.000Z',
      'The tax agency answered: two employers, different sums',
      'Налоговое агентство ответило: два работодателя, суммы разные',
      'Салық агенттігі жауап берді: екі жұмыс беруші, сомалары әртүрлі',
      'agency',
    ),
    line(
      '2026-03-02T04:00:00.000Z',
      'You confirmed; the case is registered',
      'Вы подтвердили, дело зарегистрировано',
      'Сіз растадыңыз, іс тіркелді',
      'you',
    ),
  ],
  facts: [
    {
      pointer: '/child',
      label: say('Child', 'Ребёнок', 'Бала'),
      value: say('Arman', 'Арман', 'Арман'),
      as: 'text',
      source: {
        organisation: 'civil-registry',
        name: say('Civil register', 'Реестр актов', 'Актілер тізілімі'),
        at: '2026-02-22T06:00:00.000Z',
        message: null,
      },
      conflict: false,
    },
    {
      pointer: '/income',
      label: say('Income a month', 'Доход в месяц', 'Айлық табыс'),
      value: [money('150000.00'), money('180000.00')],
      as: 'money',
      source: {
        organisation: 'tax-agency',
        name: say('Tax agency', 'Налоговое агентство', 'Салық агенттігі'),
        at: '2026-03-02T04:01:00.000Z',
        message: null,
      },
      conflict: true,
    },
    {
      pointer: '/family/size',
      label: say('People in the family', 'Членов семьи', 'Отбасы мүшелері'),
      value: '4',
      as: 'text',
      source: {
        organisation: 'civil-registry',
        name: say('Civil register', 'Реестр актов', 'Актілер тізілімі'),
        at: '2026-03-02T04:01:00.000Z',
        message: null,
      },
      conflict: false,
      before: { value: '3', as: 'text', at: '2026-02-22T06:00:00.000Z' },
    },
    {
      pointer: '/account',
      label: say('Account', 'Счёт', 'Шот'),
      value: 'DMB-••••-4410',
      as: 'text',
      source: {
        organisation: 'demo-bank',
        name: say('You chose it', 'Вы выбрали', 'Сіз таңдадыңыз'),
        at: '2026-03-02T04:00:00.000Z',
        message: null,
      },
      conflict: false,
    },
  ],
  acts: [
    {
      act: id('act', 1),
      kind: 'registration',
      number: 'R-9QRD-1',
      at: '2026-03-02T04:00:00.000Z',
      ground: '7.1',
      signatory: 'Social Protection',
      text: null,
    },
  ],
  reasons: [],
  may: { appeal: false, rate: false, correct: false, withdraw: true },
  appealUntil: null,
  rating: null,
  revision: 3,
}
