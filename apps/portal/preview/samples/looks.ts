import type { listOwnErasures } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import type { listOwnLooks } from '@tereze/profile/contract'
import { organisations } from './catalogue.ts'
import { say } from './family.ts'

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

/** Who looked at the data of the mother. */
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
  choices: {
    who: [{ value: 'social-protection', text: organisations.items[1]?.name ?? say('', '', '') }],
    purpose: [
      {
        value: 'benefit-eligibility',
        text: say('Whether a benefit is due', 'Положено ли пособие', 'Жәрдемақы тиесілі ме'),
      },
    ],
    ground: [],
    fact: [
      {
        value: 'register:people',
        text: say('Population register', 'Реестр населения', 'Халық тізілімі'),
      },
    ],
  },
}

/** An organisation that erased the key of the mother. */
export const erasures: OutputOf<typeof listOwnErasures> = {
  items: organisations.items
    .slice(0, 1)
    .map(({ id, name }) => ({ organisation: id, organisationName: name, at: '2026-02-01T05:12:00.000Z' })),
}
