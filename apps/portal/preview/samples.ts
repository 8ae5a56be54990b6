import type { getOwnAnnex, getOwnCase, getOwnTask, listOwnCases } from '@tereze/cases/contract'
import type { listCatalogue, listOrganisations } from '@tereze/catalogue/contract'
import type { listOwnDocuments, verifyDocument } from '@tereze/documents/contract'
import type { listOwnMessages } from '@tereze/notifications/contract'
import type { OutputOf } from '@tereze/operation'
import type { listOwnPayments } from '@tereze/payments/contract'
import type { getOwnProfile, listOwnLooks } from '@tereze/profile/contract'
import type { getOwnSituation, listOwnSituations } from '@tereze/situations/contract'

/*
 * What the pages are looked at with: one invented family in a country that does not exist. The moment of all of it is
 * Monday 2 March 2026, morning.
 */

const say = (en: string, ru: string, kk: string) => ({ en, ru, kk })
const id = (prefix: string, number: number) => `${prefix}_01985a00-0000-7000-8000-${String(number).padStart(12, '0')}`
const money = (amount: string) => ({ amount, currency: 'DMD' })

/** The mother of the sample family. */
export const mother = id('person', 1)

const situationId = id('situation', 1)
const birthCase = id('case', 1)
const oneTimeCase = id('case', 2)
const monthlyCase = id('case', 3)
const refusedCase = id('case', 4)

const names = {
  certificate: say('Birth certificate', 'Свидетельство о рождении', 'Туу туралы куәлік'),
  oneTime: say(
    'One-time birth benefit',
    'Единовременное пособие на рождение',
    'Бала туғанда берілетін біржолғы жәрдемақы',
  ),
  monthly: say('Monthly child benefit', 'Ежемесячное пособие на ребёнка', 'Балаға ай сайынғы жәрдемақы'),
  queue: say('Place in the kindergarten queue', 'Очередь в детский сад', 'Балабақша кезегі'),
  clinic: say('Clinic near your home', 'Прикрепление к поликлинике', 'Емханаға тіркелу'),
}

export const catalogue: OutputOf<typeof listCatalogue> = {
  items: [
    {
      kind: 'situation',
      id: 'birth-of-a-child',
      title: say('A child is born', 'Родился ребёнок', 'Сәби дүниеге келді'),
      summary: say(
        'Name, certificate, benefits, kindergarten',
        'Имя, свидетельство, пособия, детский сад',
        'Есім, куәлік, жәрдемақы, балабақша',
      ),
      picture: 'birth-of-a-child',
    },
    ...[
      ['home', say('Buying or changing a home', 'Покупка и смена жилья', 'Баспана алу немесе ауыстыру')] as const,
      ['school', say('Going to school', 'Ребёнок идёт в школу', 'Бала мектепке барады')] as const,
      ['road-accident', say('Road accident', 'Дорожная авария', 'Жол апаты')] as const,
      ['opening-a-business', say('Opening a business', 'Открытие своего дела', 'Кәсіп ашу')] as const,
      ['loss-of-a-job', say('Loss of a job', 'Потеря работы', 'Жұмыстан айырылу')] as const,
      ['illness', say('Illness or disability', 'Болезнь и инвалидность', 'Ауру және мүгедектік')] as const,
      ['retirement', say('Retirement', 'Выход на пенсию', 'Зейнетке шығу')] as const,
      ['marriage', say('Marriage', 'Вступление в брак', 'Некелесу')] as const,
      ['moving', say('Moving', 'Переезд', 'Көшу')] as const,
      ['lost-documents', say('Lost documents', 'Потеря документов', 'Құжат жоғалту')] as const,
      ['death-of-a-relative', say('Death of a relative', 'Смерть близкого', 'Жақын адамның қазасы')] as const,
    ].map(([picture, title]) => ({
      kind: 'situation' as const,
      id: picture,
      title,
      summary: say('Sample only', 'Только образец', 'Тек үлгі'),
      picture,
    })),
    {
      kind: 'service',
      id: 'birth-certificate',
      title: names.certificate,
      summary: say(
        'Issued by itself once you choose the name',
        'Выдаётся само, как только вы выберете имя',
        'Есімін таңдаған соң өзі беріледі',
      ),
      picture: null,
    },
    {
      kind: 'service',
      id: 'one-time-birth-benefit',
      title: names.oneTime,
      summary: say(
        'Paid within a day of your confirmation',
        'Выплачивается в течение дня после подтверждения',
        'Растаған соң бір күн ішінде төленеді',
      ),
      picture: null,
    },
    {
      kind: 'service',
      id: 'monthly-child-benefit',
      title: names.monthly,
      summary: say(
        'For families with low income, until the child is three',
        'Для семей с низким доходом, до трёх лет',
        'Табысы төмен отбасыларға, бала үш жасқа толғанша',
      ),
      picture: null,
    },
    {
      kind: 'service',
      id: 'kindergarten-queue',
      title: names.queue,
      summary: say(
        'Your place is public and moves by the rules',
        'Ваше место видно всем и движется по правилам',
        'Орныңыз бәріне көрінеді, ережемен жылжиды',
      ),
      picture: null,
    },
  ],
}

export const organisations: OutputOf<typeof listOrganisations> = {
  items: [
    {
      id: 'civil-registry',
      name: say('Civil Registry', 'Служба актов гражданского состояния', 'Азаматтық хал актілерін тіркеу қызметі'),
    },
    {
      id: 'social-protection',
      name: say('Social Protection', 'Служба социальной защиты', 'Әлеуметтік қорғау қызметі'),
    },
    { id: 'education', name: say('Education Department', 'Управление образования', 'Білім басқармасы') },
    { id: 'health', name: say('Health Department', 'Управление здравоохранения', 'Денсаулық сақтау басқармасы') },
    { id: 'tax-agency', name: say('Tax Agency', 'Налоговое агентство', 'Салық агенттігі') },
  ],
}

const card: OutputOf<typeof listOwnSituations>['items'][number] = {
  situation: situationId,
  kind: 'birth-of-a-child',
  title: say('Your child is born', 'У вас родился ребёнок', 'Сәбиіңіз дүниеге келді'),
  openedAt: '2026-02-20T05:10:00.000Z',
  state: 'open',
  next: say(
    'Three services are ready: look and confirm.',
    'Три услуги готовы: проверьте и подтвердите.',
    'Үш қызмет дайын: тексеріп, растаңыз.',
  ),
  yourTurn: true,
}

export const situations: OutputOf<typeof listOwnSituations> = { items: [card] }

export const situation: OutputOf<typeof getOwnSituation> = {
  card,
  steps: [
    {
      step: 'registered',
      title: say(
        'Birth recorded, certificate issued',
        'Рождение записано, свидетельство выдано',
        'Туу тіркелді, куәлік берілді',
      ),
      text: say(
        'The maternity ward told us on 20 February, you chose the name on 22 February.',
        'Роддом сообщил нам 20 февраля, имя вы выбрали 22 февраля.',
        'Перзентхана 20 ақпанда хабарлады, есімін сіз 22 ақпанда таңдадыңыз.',
      ),
      state: 'done',
      tag: say('done by us', 'сделано нами', 'біз жасадық'),
      service: 'birth-certificate',
      case: { organisation: 'civil-registry', case: birthCase, task: null },
      deadline: null,
      amount: null,
    },
    {
      step: 'one-time',
      title: names.oneTime,
      text: say('To the account ending 4410, on 23 February.', 'На счёт 4410, 23 февраля.', '4410 шотына, 23 ақпанда.'),
      state: 'done',
      tag: say('paid', 'выплачено', 'төленді'),
      service: 'one-time-birth-benefit',
      case: { organisation: 'social-protection', case: oneTimeCase, task: null },
      deadline: null,
      amount: money('149000.00'),
    },
    {
      step: 'confirm',
      title: say(
        'Benefit, kindergarten and clinic',
        'Пособие, детский сад и поликлиника',
        'Жәрдемақы, балабақша және емхана',
      ),
      text: say(
        'We know everything but the account to pay to. About a minute.',
        'Мы знаем всё, кроме счёта для выплаты. Около минуты.',
        'Төлем шотынан басқаның бәрі белгілі. Шамамен бір минут.',
      ),
      state: 'your-turn',
      tag: say('your turn', 'ваш шаг', 'сіздің қадамыңыз'),
      service: null,
      case: null,
      deadline: null,
      amount: null,
    },
    {
      step: 'income',
      title: say('Income check', 'Проверка дохода', 'Табысты тексеру'),
      text: say(
        'Two employers reported different sums. A person decides; you will see the reasons.',
        'Два работодателя сообщили разные суммы. Решит человек, причины вы увидите.',
        'Екі жұмыс беруші әртүрлі сома көрсетті. Адам шешеді, себебін көресіз.',
      ),
      state: 'moving',
      tag: say('until Tue 10 March', 'до вт, 10 марта', '10 наурызға дейін'),
      service: 'monthly-child-benefit',
      case: { organisation: 'social-protection', case: monthlyCase, task: null },
      deadline: '2026-03-10',
      amount: null,
    },
    {
      step: 'kindergarten',
      title: names.queue,
      text: say(
        'Opens by itself when the child is three months old.',
        'Откроется сама, когда ребёнку исполнится три месяца.',
        'Бала үш айға толғанда өзі ашылады.',
      ),
      state: 'later',
      tag: say('later', 'позже', 'кейінірек'),
      service: 'kindergarten-queue',
      case: null,
      deadline: null,
      amount: null,
    },
  ],
  offers: [
    {
      service: 'monthly-child-benefit',
      organisation: 'social-protection',
      title: names.monthly,
      why: say(
        'Your family’s income per head is below 60,000 DMD.',
        'Доход вашей семьи на человека ниже 60 000 DMD.',
        'Отбасыңыздың жан басына шаққандағы табысы 60 000 DMD-ден төмен.',
      ),
      amount: money('41000.00'),
      per: say('a month', 'в месяц', 'айына'),
      term: say('5 working days at most', 'не дольше 5 рабочих дней', 'ең көбі 5 жұмыс күні'),
      needsAccount: true,
    },
    {
      service: 'kindergarten-queue',
      organisation: 'education',
      title: names.queue,
      why: say(
        'Your child is registered at Saryarka, where the queue is kept.',
        'Ребёнок зарегистрирован в Сарыарке, где ведётся эта очередь.',
        'Балаңыз осы кезек жүргізілетін Сарыарқада тіркелген.',
      ),
      amount: null,
      term: say('at once', 'сразу', 'бірден'),
      needsAccount: false,
    },
    {
      service: 'health-attachment',
      organisation: 'health',
      title: names.clinic,
      why: say(
        'Clinic No. 3 is the nearest to your address.',
        'Поликлиника № 3 ближе всего к вашему адресу.',
        '№ 3 емхана мекенжайыңызға ең жақын.',
      ),
      amount: null,
      term: say('1 working day', '1 рабочий день', '1 жұмыс күні'),
      needsAccount: false,
    },
  ],
  declined: [
    {
      service: 'milk-kitchen',
      organisation: 'health',
      title: say('Milk kitchen', 'Молочная кухня', 'Сүт асханасы'),
      why: say('Free for every child under one.', 'Бесплатно для детей до года.', 'Бір жасқа дейінгі балаға тегін.'),
      amount: null,
      term: say('at once', 'сразу', 'бірден'),
      needsAccount: false,
    },
  ],
  known: [
    {
      label: say('Child', 'Ребёнок', 'Бала'),
      value: say('Arman, born 20 Feb 2026', 'Арман, родился 20 февраля 2026 г.', 'Арман, 2026 ж. 20 ақпанда туған'),
      as: 'text',
      source: say('Civil register', 'Реестр актов', 'Актілер тізілімі'),
      at: '2026-02-22T06:00:00.000Z',
    },
    {
      label: say('You live together at', 'Вы живёте вместе', 'Бірге тұратын мекенжайыңыз'),
      value: say('Abai St 14, apt 3, Saryarka', 'Сарыарка, ул. Абая, 14, кв. 3', 'Сарыарқа, Абай к-сі, 14, 3-пәтер'),
      as: 'text',
      source: say('Address register', 'Реестр адресов', 'Мекенжай тізілімі'),
      at: '2024-05-14T06:00:00.000Z',
    },
    {
      label: say('Family income a month, 2025', 'Доход семьи в месяц, 2025', 'Отбасының айлық табысы, 2025'),
      value: money('180000.00'),
      as: 'money',
      source: say('Tax agency', 'Налоговое агентство', 'Салық агенттігі'),
      at: '2026-03-01T06:00:00.000Z',
    },
  ],
  accounts: [
    {
      account: id('account', 1),
      bank: say('Demo Bank', 'Демо-банк', 'Демо банк'),
      masked: 'DMB-••••-4410',
      usual: true,
    },
    {
      account: id('account', 2),
      bank: say('People’s Savings', 'Народные сбережения', 'Халық жинағы'),
      masked: 'NSB-••••-07K2',
      usual: false,
    },
  ],
}

const card1: OutputOf<typeof listOwnCases>['items'][number] = {
  case: birthCase,
  organisation: 'civil-registry',
  number: '7K4M-92XQ-P3',
  service: 'birth-certificate',
  title: names.certificate,
  status: 'delivered',
  statusText: say('certificate issued', 'свидетельство выдано', 'куәлік берілді'),
  waiting: null,
  outcome: 'granted',
  appeal: 'none',
  openedAt: '2026-02-20T05:10:00.000Z',
  deadline: '2026-02-24',
  yourTask: null,
}
const card2 = {
  ...card1,
  case: oneTimeCase,
  organisation: 'social-protection',
  number: '2B7T-0XHV-9W',
  service: 'one-time-birth-benefit',
  title: names.oneTime,
  statusText: say('paid', 'выплачено', 'төленді'),
}
const card3: typeof card1 = {
  ...card2,
  case: monthlyCase,
  number: '9QRD-5TNA-2C',
  service: 'monthly-child-benefit',
  title: names.monthly,
  status: 'in-progress',
  statusText: say('income is being checked', 'проверяется доход', 'табыс тексерілуде'),
  waiting: 'agency',
  outcome: null,
  openedAt: '2026-03-02T04:00:00.000Z',
  deadline: '2026-03-10',
}

export const cases: OutputOf<typeof listOwnCases> = { items: [card3, card2, card1], next: null }

const line = (at: string, en: string, ru: string, kk: string, by: 'us' | 'you' | 'official' | 'agency') => ({
  at,
  text: say(en, ru, kk),
  by,
})

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

/** A case decided against the person. */
export const refused: OutputOf<typeof getOwnCase> = {
  ...movingCase,
  card: {
    ...card3,
    case: refusedCase,
    status: 'decided',
    statusText: say('refused', 'отказано', 'бас тартылды'),
    waiting: null,
    outcome: 'refused',
  },
  deadline: null,
  next: null,
  timeline: [
    line(
      '2026-03-06T09:30:00.000Z',
      'Decided: refused, with reasons',
      'Решено: отказ с обоснованием',
      'Шешілді: негіздемемен бас тартылды',
      'official',
    ),
    ...movingCase.timeline,
  ],
  reasons: [
    {
      kind: 'rule',
      text: say(
        'The income per head must be below the subsistence minimum',
        'Доход на человека должен быть ниже прожиточного минимума',
        'Жан басына шаққандағы табыс күнкөріс минимумынан төмен болуы керек',
      ),
      held: false,
      clause: '7.2',
      value: null,
      source: null,
      because: [
        {
          kind: 'fact',
          text: say('Income per head', 'Доход на человека', 'Жан басына шаққандағы табыс'),
          held: null,
          clause: null,
          value: '66 000 DMD',
          source: say('Tax agency, 2 March', 'Налоговое агентство, 2 марта', 'Салық агенттігі, 2 наурыз'),
          because: [],
        },
        {
          kind: 'fact',
          text: say('Subsistence minimum', 'Прожиточный минимум', 'Күнкөріс минимумы'),
          held: null,
          clause: null,
          value: '60 000 DMD',
          source: say(
            'Register of legal parameters, 2026',
            'Реестр правовых величин, 2026',
            'Құқықтық көрсеткіштер тізілімі, 2026',
          ),
          because: [],
        },
      ],
    },
    {
      kind: 'rule',
      text: say('The child lives with you', 'Ребёнок живёт с вами', 'Бала сізбен бірге тұрады'),
      held: true,
      clause: '7.1',
      value: null,
      source: say('Address register', 'Реестр адресов', 'Мекенжай тізілімі'),
      because: [],
    },
  ],
  acts: [
    ...movingCase.acts,
    {
      act: id('act', 2),
      kind: 'decision',
      number: 'D-9QRD-2',
      at: '2026-03-06T09:30:00.000Z',
      ground: '7.5',
      signatory: 'D. Sample',
      text: null,
    },
  ],
  may: { appeal: true, rate: true, correct: false, withdraw: false },
  appealUntil: '2026-06-04',
}

/** A case decided for the person. */
export const granted: OutputOf<typeof getOwnCase> = {
  ...refused,
  card: card2,
  holder: say('nobody: everything is done', 'ни у кого: всё сделано', 'ешкімде: бәрі аяқталды'),
  timeline: [
    line('2026-02-23T05:00:20.000Z', 'The bank paid', 'Банк перечислил деньги', 'Банк төледі', 'agency'),
    line(
      '2026-02-23T05:00:03.000Z',
      'Decided by the rule, without a person',
      'Решено по правилу, без участия человека',
      'Ереже бойынша адамсыз шешілді',
      'us',
    ),
    line(
      '2026-02-23T05:00:00.000Z',
      'You confirmed; the case is registered',
      'Вы подтвердили, дело зарегистрировано',
      'Сіз растадыңыз, іс тіркелді',
      'you',
    ),
  ],
  reasons: refused.reasons.map(reason => ({ ...reason, held: true })),
  may: { appeal: true, rate: true, correct: true, withdraw: false, duplicate: true },
}

export const documents: OutputOf<typeof listOwnDocuments> = {
  items: [
    {
      document: id('document', 1),
      organisation: 'civil-registry',
      reference: '7K4M-92XQ-P3TA-D5EH',
      kind: 'birth-certificate',
      title: names.certificate,
      case: birthCase,
      issuedAt: '2026-02-22T06:00:04.000Z',
      status: 'valid',
    },
    {
      document: id('document', 2),
      organisation: 'social-protection',
      reference: '2B7T-0XHV-9W1G-KM8Q',
      kind: 'grant-notice',
      title: say(
        'Notice of the one-time benefit',
        'Уведомление о единовременном пособии',
        'Біржолғы жәрдемақы туралы хабарлама',
      ),
      case: oneTimeCase,
      issuedAt: '2026-02-23T05:00:04.000Z',
      status: 'valid',
    },
    {
      document: id('document', 3),
      organisation: 'civil-registry',
      reference: '3C8V-1YJW-0X2H-NN9R',
      kind: 'birth-certificate',
      title: names.certificate,
      case: birthCase,
      issuedAt: '2026-02-22T05:40:00.000Z',
      status: 'replaced',
    },
  ],
  next: null,
}

export const annex: OutputOf<typeof getOwnAnnex> = {
  number: '2QF4-7K9M',
  service: names.oneTime,
  decisions: [
    {
      decision: 'eligibility',
      title: { en: 'What is decided', ru: 'Что решается', kk: 'Не шешіледі' },
      at: '2026-02-23T05:00:03.000Z',
      rulesOn: '2026-02-20',
      modelHash: '5f0c'.repeat(16),
      grounds: [
        {
          text: {
            en: 'The rules and sums in force on the day of the event, 20 February 2026',
            ru: 'Правила и суммы на день события — 20 февраля 2026 г.',
            kk: 'Оқиға күнгі қағидалар мен сомалар: 2026 жылғы 20 ақпан',
          },
          clause: 'act:family-benefits/5.7',
        },
      ],
      lines: [
        { level: 0, text: { en: 'Data:', ru: 'Данные:', kk: 'Деректер:' } },
        {
          level: 1,
          text: {
            en: 'Family · Child · 1 · Born: 20 February 2026',
            ru: 'Семья · Ребёнок · 1 · Дата рождения: 20 февраля 2026 г.',
            kk: 'Отбасы · Бала · 1 · Туған күні: 2026 жылғы 20 ақпан',
          },
        },
        {
          level: 0,
          text: { en: 'Decision “What is decided”:', ru: 'Решение «Что решается»:', kk: '«Не шешіледі» шешімі:' },
        },
        {
          level: 2,
          text: {
            en: 'rule 1 does not apply: Already granted is no, the rule asks for yes',
            ru: 'правило 1 не применено: Уже назначено — нет, правило требует да',
            kk: '1-ереже қолданылмады: Бұрын тағайындалған мәні жоқ, ереже иә талап етеді',
          },
        },
        {
          level: 2,
          text: {
            en: 'rule 3 applies (clause 5.1)',
            ru: 'правило 3 применено (пункт 5.1)',
            kk: '3-ереже қолданылды (тармақ 5.1)',
          },
        },
        {
          level: 0,
          text: {
            en: 'Result: Outcome: granted; Sum: 164,350.00 DMD',
            ru: 'Итог: Решение: положительное; Сумма: 164 350,00 DMD',
            kk: 'Қорытынды: Шешім: оң шешім; Сома: 164 350,00 DMD',
          },
        },
      ],
    },
  ],
}

export const payments: OutputOf<typeof listOwnPayments> = {
  items: [
    {
      payment: id('payment', 1),
      organisation: 'social-protection',
      case: oneTimeCase,
      amount: money('149000.00'),
      account: 'DMB-••••-4410',
      purpose: names.oneTime,
      status: 'paid',
      orderedAt: '2026-02-23T05:00:04.000Z',
      paidAt: '2026-02-23T05:00:20.000Z',
    },
  ],
  next: null,
}

/** Messages are written in the person's own language. */
export function messages(language: 'en' | 'ru' | 'kk'): OutputOf<typeof listOwnMessages> {
  const sent = { channel: 'sms' as const, state: 'sent' as const, at: '2026-03-02T04:02:10.000Z', problem: null }
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
    significant: false,
    actions: [],
    deliveries: [{ channel: 'cabinet' as const, state: 'sent' as const, at, problem: null }, sent],
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

const profileFact = (
  group: string,
  label: ReturnType<typeof say>,
  value: unknown,
  as: string,
  source: ReturnType<typeof say>,
  at: string,
) => ({
  group,
  label,
  value,
  as,
  organisation: 'civil-registry',
  source,
  at,
  register: 'people',
  record: mother,
  pointer: `/${label.en}`,
})
const civil = say('Civil register', 'Реестр актов', 'Актілер тізілімі')

export const profile: OutputOf<typeof getOwnProfile> = {
  groups: [
    {
      group: 'person',
      title: say('You', 'Вы', 'Сіз'),
      facts: [
        profileFact(
          'person',
          say('Name', 'Имя', 'Аты-жөні'),
          { family: 'Үлгібаева', given: 'Әсем' },
          'name',
          civil,
          '1994-06-02T06:00:00.000Z',
        ),
        profileFact(
          'person',
          say('Born', 'Дата рождения', 'Туған күні'),
          '1994-05-28',
          'date',
          civil,
          '1994-06-02T06:00:00.000Z',
        ),
        profileFact(
          'person',
          say('Personal number', 'Личный номер', 'Жеке нөмірі'),
          'DM-7K4M-92XQ-P',
          'text',
          civil,
          '1994-06-02T06:00:00.000Z',
        ),
      ],
    },
    {
      group: 'family',
      title: say('Family', 'Семья', 'Отбасы'),
      facts: [
        profileFact(
          'family',
          say('Husband', 'Муж', 'Жұбайы'),
          { family: 'Үлгібаев', given: 'Ерлан' },
          'name',
          civil,
          '2021-09-11T06:00:00.000Z',
        ),
        profileFact(
          'family',
          say('Child', 'Ребёнок', 'Баласы'),
          { family: 'Үлгібаев', given: 'Арман' },
          'name',
          civil,
          '2026-02-22T06:00:00.000Z',
        ),
      ],
    },
    {
      group: 'home',
      title: say('Home', 'Жильё', 'Баспана'),
      facts: [
        profileFact(
          'home',
          say('Address', 'Адрес', 'Мекенжай'),
          say('Abai St 14, apt 3, Saryarka', 'Сарыарка, ул. Абая, 14, кв. 3', 'Сарыарқа, Абай к-сі, 14, 3-пәтер'),
          'text',
          say('Address register', 'Реестр адресов', 'Мекенжай тізілімі'),
          '2024-05-14T06:00:00.000Z',
        ),
      ],
    },
  ],
}

const look = (
  time: string,
  who: ReturnType<typeof say>,
  organisation: number,
  what: ReturnType<typeof say>,
  why: ReturnType<typeof say>,
  ground: string | null,
  refusedLook = false,
) => ({
  time,
  who,
  organisation: organisations.items[organisation]?.id ?? '',
  organisationName: organisations.items[organisation]?.name ?? say('', '', ''),
  what,
  why,
  ground,
  by: 'official',
  refused: refusedLook,
})

export const looks: OutputOf<typeof listOwnLooks> = {
  items: [
    look(
      '2026-03-02T05:12:00.000Z',
      say('Case worker', 'Специалист', 'Маман'),
      1,
      say('Your case and income', 'Ваше дело и доход', 'Ісіңіз бен табысыңыз'),
      say('Deciding on the monthly benefit', 'Решение о ежемесячном пособии', 'Ай сайынғы жәрдемақы туралы шешім'),
      '7.3',
    ),
    look(
      '2026-03-02T05:01:00.000Z',
      say('Registrar', 'Регистратор', 'Тіркеуші'),
      0,
      say('Your address', 'Ваш адрес', 'Мекенжайыңыз'),
      say('No open case', 'Нет открытого дела', 'Ашық іс жоқ'),
      null,
      true,
    ),
    look(
      '2026-03-02T04:01:00.000Z',
      say('Information system', 'Информационная система', 'Ақпараттық жүйе'),
      4,
      say('Income for 2025', 'Доход за 2025 год', '2025 жылғы табыс'),
      say(
        'Asked by Social Protection for the monthly benefit',
        'По запросу социальной защиты для ежемесячного пособия',
        'Ай сайынғы жәрдемақы үшін әлеуметтік қорғаудың сұрауы бойынша',
      ),
      '7.3',
    ),
    look(
      '2026-02-22T06:00:00.000Z',
      say('The platform itself', 'Сама платформа', 'Платформаның өзі'),
      0,
      say('Birth record', 'Запись о рождении', 'Туу туралы жазба'),
      say('Issuing the certificate', 'Выдача свидетельства', 'Куәлік беру'),
      '12.1',
    ),
  ],
  next: null,
}

export const verification: OutputOf<typeof verifyDocument> = {
  status: 'valid',
  signature: 'holds',
  organisation: 'civil-registry',
  kind: 'birth-certificate',
  title: names.certificate,
  issuedAt: '2026-02-22T06:00:04.000Z',
  lines: [
    { label: say('Child', 'Ребёнок', 'Бала'), value: say('Arman Ülgibayev', 'Арман Үлгібаев', 'Арман Үлгібаев') },
    {
      label: say('Born', 'Дата рождения', 'Туған күні'),
      value: say('20 February 2026', '20 февраля 2026 г.', '2026 жылғы 20 ақпан'),
    },
    { label: say('Record', 'Запись', 'Жазба'), value: say('B-2026-000184', 'B-2026-000184', 'B-2026-000184') },
  ],
  replacedBy: null,
}

export const nameTask: OutputOf<typeof getOwnTask> = {
  task: 'choose-name',
  revision: 2,
  title: say('Choose the name of your child', 'Выберите имя ребёнка', 'Баланың есімін таңдаңыз'),
  schema: {
    type: 'object',
    required: ['name', 'statement'],
    properties: {
      spouse: { type: ['object', 'null'] },
      name: {
        type: 'object',
        required: ['given', 'family'],
        properties: {
          given: { type: 'string', minLength: 1, maxLength: 60, pattern: "^[\\p{L}][\\p{L}\\p{M}'’ -]*$" },
          family: { type: 'string', minLength: 1, maxLength: 60, pattern: "^[\\p{L}][\\p{L}\\p{M}'’ -]*$" },
          patronymic: { type: 'string', maxLength: 60 },
        },
      },
      statement: {
        type: 'object',
        required: ['kind'],
        properties: { kind: { enum: ['joint-statement', 'foreign-marriage', 'mother-alone'] } },
      },
    },
  },
  form: {
    format: 1,
    pages: [
      {
        id: 'name',
        items: [
          { field: '/name/given', as: 'text' },
          { field: '/name/family', as: 'text', prefill: 'correctable' },
          { field: '/name/patronymic', as: 'text' },
        ],
      },
      { id: 'father', when: 'spouse = null', items: [{ field: '/statement/kind', as: 'choice' }] },
    ],
  },
  words: {
    'page.name': say('What is your child’s name?', 'Как зовут вашего ребёнка?', 'Балаңыздың аты кім?'),
    'page.father': say('Father of the child', 'Отец ребёнка', 'Баланың әкесі'),
    'field.name.given': say('Given name', 'Имя', 'Аты'),
    'hint.name.given': say(
      'Letters only, as it shall stand in the certificate',
      'Только буквы, как будет в свидетельстве',
      'Тек әріптермен, куәлікте қалай тұратынындай',
    ),
    'field.name.family': say('Family name', 'Фамилия', 'Тегі'),
    'field.name.patronymic': say('Patronymic', 'Отчество', 'Әкесінің аты'),
    'field.statement.kind': say(
      'You are not married by our register. What shall we enter?',
      'По нашему реестру вы не в браке. Что записать?',
      'Тізілім бойынша некеде емессіз. Не жазайық?',
    ),
    'answer.statement.kind.joint-statement': say(
      'The father and I state it together',
      'Мы с отцом заявляем вместе',
      'Әкесі екеуміз бірге мәлімдейміз',
    ),
    'answer.statement.kind.foreign-marriage': say(
      'We married abroad',
      'Мы в браке, заключённом за границей',
      'Шетелде некелескенбіз',
    ),
    'answer.statement.kind.mother-alone': say('Enter me alone', 'Записать только меня', 'Тек мені жазыңыз'),
  },
  data: { spouse: null },
  prefill: [
    { pointer: '/name/family', value: 'Үлгібаев', source: civil, at: '2021-09-11T06:00:00.000Z', mode: 'correctable' },
  ],
  context: {},
}

export const ids = { situationId, birthCase, oneTimeCase, monthlyCase, refusedCase }
