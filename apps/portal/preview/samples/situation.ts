import type { OutputOf } from '@tereze/operation'
import type { getOwnSituation, listOwnSituations } from '@tereze/situations/contract'
import { birthCase, id, money, monthlyCase, names, oneTimeCase, say, situationId } from './family.ts'

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

/** The situations of the mother. */
export const situations: OutputOf<typeof listOwnSituations> = { items: [card] }

/** A child is born: what is done by us, what by the family. */
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
  silence: {
    source: say('Civil register', 'Реестр актов', 'Актілер тізілімі'),
    fault: 'dead' as const,
    text: say(
      'Something has changed in the register, and there is no connection with it. We ask again by ourselves; you need not do anything.',
      'В реестре что-то изменилось, но связи с ним нет. Мы запросим ещё раз сами, от вас ничего не нужно.',
      'Тізілімде бірдеңе өзгерді, бірақ онымен байланыс жоқ. Біз өзіміз қайта сұраймыз, сізден ештеңе керек емес.',
    ),
    since: '2026-03-02T04:00:00.000Z',
  },
  missing: [
    {
      source: say('Window Bank', 'Оконный банк', 'Терезе банкі'),
      fault: 'dead' as const,
      text: say(
        'There is no connection. We ask again by ourselves; you need not do anything.',
        'Связи сейчас нет. Мы спросим ещё раз сами, от вас ничего не нужно.',
        'Қазір байланыс жоқ. Қайта өзіміз сұраймыз, сізден ештеңе керек емес.',
      ),
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
