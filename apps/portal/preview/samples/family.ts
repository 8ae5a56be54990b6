/*
 * What the pages are looked at with: one invented family in a country that does not exist. The moment of all of it is
 * Monday 2 March 2026, morning.
 */

/** A text in the three languages. */
export const say = (en: string, ru: string, kk: string) => ({ en, ru, kk })

/** A typed id, the same in every run. */
export const id = (prefix: string, number: number) =>
  `${prefix}_01985a00-0000-7000-8000-${String(number).padStart(12, '0')}`

/** An amount in the currency of the demo country. */
export const money = (amount: string) => ({ amount, currency: 'DMD' })

/** The mother of the sample family. */
export const mother = id('person', 1)

/** The situation of the birth. */
export const situationId = id('situation', 1)

/** The case of the birth certificate. */
export const birthCase = id('case', 1)

/** The case of the one-time benefit. */
export const oneTimeCase = id('case', 2)

/** The case of the monthly benefit. */
export const monthlyCase = id('case', 3)

/** A case that was refused. */
export const refusedCase = id('case', 4)

/** Ids that addresses of the samples carry. */
export const ids = { link: id('link', 1), situationId, birthCase, oneTimeCase, monthlyCase, refusedCase }

/** The services that the family has to do with. */
export const names = {
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

/** A line of a timeline. */
export const line = (at: string, en: string, ru: string, kk: string, by: 'us' | 'you' | 'official' | 'agency') => ({
  at,
  text: say(en, ru, kk),
  by,
})
