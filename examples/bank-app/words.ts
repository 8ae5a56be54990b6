import type { Language } from '@tereze/operation'

/** Words of the bank. What the platform tells comes in the person's language from there. */
const words = {
  bank: { en: 'Bank', ru: 'Банк', kk: 'Банк' },
  demo: {
    en: 'A demonstration: neither this bank nor anybody in it exists.',
    ru: 'Демонстрация: ни этого банка, ни людей в нём не существует.',
    kk: 'Көрсетілім: бұл банк те, ондағы адамдар да жоқ.',
  },
  lead: {
    en: 'See in the bank what the state offers you, apply, and follow your applications.',
    ru: 'Смотрите в банке, что предлагает вам государство, подавайте заявления и следите за ними.',
    kk: 'Мемлекет сізге не ұсынатынын банкте көріңіз, өтініш беріңіз және оларды қадағалаңыз.',
  },
  'sign-in': { en: 'Sign in with Tereze', ru: 'Войти через Терезе', kk: 'Терезе арқылы кіру' },
  'sign-out': { en: 'Sign out', ru: 'Выйти', kk: 'Шығу' },
  'for-you': { en: 'For you now', ru: 'Сейчас для вас', kk: 'Қазір сізге' },
  nothing: {
    en: 'Nothing is offered to you now.',
    ru: 'Сейчас вам ничего не предложено.',
    kk: 'Қазір сізге ештеңе ұсынылмаған.',
  },
  account: { en: 'Pay to the account', ru: 'Выплатить на счёт', kk: 'Мына шотқа төлеу' },
  apply: { en: 'Apply', ru: 'Подать заявление', kk: 'Өтініш беру' },
  applications: { en: 'Your applications', ru: 'Ваши заявления', kk: 'Өтініштеріңіз' },
  none: { en: 'There are none yet.', ru: 'Пока нет.', kk: 'Әзірге жоқ.' },
  holder: { en: 'With', ru: 'Сейчас у', kk: 'Қазір мынада' },
  next: { en: 'Next', ru: 'Дальше', kk: 'Келесі' },
  result: { en: 'Result', ru: 'Результат', kk: 'Нәтиже' },
  back: { en: 'Back', ru: 'Назад', kk: 'Артқа' },
  'not-let': {
    en: 'You did not let the bank do this. Sign in again to let it.',
    ru: 'Вы не разрешили банку это делать. Чтобы разрешить, войдите заново.',
    kk: 'Сіз банкке мұны істеуге рұқсат бермедіңіз. Рұқсат беру үшін қайта кіріңіз.',
  },
  failed: { en: 'This did not work', ru: 'Не получилось', kk: 'Бұл орындалмады' },
  again: { en: 'Please try again.', ru: 'Попробуйте ещё раз.', kk: 'Қайталап көріңіз.' },
} as const

/** The name of some words. */
export type WordsId = keyof typeof words

/** Words of the bank in a language. */
export function say(id: WordsId, language: Language): string {
  return words[id][language]
}
