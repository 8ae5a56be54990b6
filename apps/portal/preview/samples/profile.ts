import type { OutputOf } from '@tereze/operation'
import type { getOwnFact, getOwnProfile } from '@tereze/profile/contract'
import type { listWatches } from '@tereze/registers/contract'
import { mother, say } from './family.ts'

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
  reportable: true,
  watchable: true,
})

/** The civil register as a source. */
export const civil = say('Civil register', 'Реестр актов', 'Актілер тізілімі')

/** What is known of the mother. */
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

const [name] = profile.groups[0]?.facts ?? []
if (name === undefined) throw new Error('the sample profile has no name')

/** The name of the mother, as she would say that it is wrong. */
export const nameFact: OutputOf<typeof getOwnFact> = {
  fact: name,
  title: say('Population register', 'Реестр населения', 'Халық тіркелімі'),
  parts: [
    { pointer: '/Name/family', label: say('Family name', 'Фамилия', 'Тегі'), value: 'Үлгібаева' },
    { pointer: '/Name/given', label: say('Given name', 'Имя', 'Аты'), value: 'Әсем' },
    { pointer: '/Name/patronymic', label: say('Patronymic', 'Отчество', 'Әкесінің аты'), value: '' },
  ],
}

/** What the mother watches: the record about herself. */
export const watches: OutputOf<typeof listWatches> = {
  items: [
    {
      watch: 'watch_01985a00-0000-7000-8000-000000000001',
      register: 'people',
      record: mother,
      where: null,
      madeAt: '2026-02-01T06:00:00.000Z',
      until: '2027-02-01T06:00:00.000Z',
      state: 'open',
      last: { event: 'changed', record: mother, at: '2026-02-20T06:00:00.000Z' },
    },
  ],
}
