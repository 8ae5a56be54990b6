import type { Text } from '@tereze/operation'

/** Text in three languages. */
export const text = (en: string, ru: string, kk: string): Text => ({ en, ru, kk })

/** Texts that the samples use more than once. */
export const texts = {
  monthly: text('Monthly child benefit', 'Ежемесячное пособие на ребёнка', 'Балаға арналған ай сайынғы жәрдемақы'),
  oneTime: text(
    'One-time birth benefit',
    'Единовременное пособие при рождении',
    'Бала туғанда берілетін біржолғы жәрдемақы',
  ),
  certificate: text('Birth certificate', 'Свидетельство о рождении', 'Туу туралы куәлік'),
  review: text('Review and decide', 'Рассмотреть и решить', 'Қарап, шешім қабылдау'),
  checkError: text('Check the reported error', 'Проверить сообщение об ошибке', 'Қате туралы хабарды тексеру'),
  appeal: text('Consider the appeal', 'Рассмотреть жалобу', 'Шағымды қарау'),
  tax: text('Tax Agency', 'Налоговое агентство', 'Салық агенттігі'),
  registry: text('Civil Registry', 'Служба записи актов', 'АХАТ қызметі'),
  addresses: text('Address Bureau', 'Адресное бюро', 'Мекенжай бюросы'),
  inProgress: text('In progress', 'Рассматривается', 'Қаралуда'),
} as const
