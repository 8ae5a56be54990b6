import type { listCatalogue, listOrganisations } from '@tereze/catalogue/contract'
import type { OutputOf } from '@tereze/operation'
import { names, say } from './family.ts'

/** What may happen in life, and the services. */
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
      applyTo: 'education',
      audience: ['person'],
      title: names.queue,
      summary: say(
        'Your place is public and moves by the rules',
        'Ваше место видно всем и движется по правилам',
        'Орныңыз бәріне көрінеді, ережемен жылжиды',
      ),
      picture: null,
    },
    {
      kind: 'service',
      id: 'pharmacy-licence',
      title: say('Pharmacy licence', 'Лицензия аптеки', 'Дәріхана лицензиясы'),
      summary: say(
        'A firm is allowed to sell medicines',
        'Организация получает право продавать лекарства',
        'Ұйым дәрі сатуға рұқсат алады',
      ),
      picture: null,
      applyTo: 'health',
      audience: ['business'],
    },
  ],
}

/** The organisations of the samples. */
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
