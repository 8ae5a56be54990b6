/** The first letters of the months by which English, Russian and Kazakh tell them apart. */
const beginnings: readonly (readonly string[])[] = [
  ['jan', 'янв', 'қаң'],
  ['feb', 'фев', 'ақп'],
  ['mar', 'мар', 'нау'],
  ['apr', 'апр', 'сәу'],
  ['may', 'май', 'мая', 'мам'],
  ['jun', 'июн', 'мау'],
  ['jul', 'июл', 'шіл'],
  ['aug', 'авг', 'там'],
  ['sep', 'сен', 'қыр'],
  ['oct', 'окт', 'қаз'],
  ['nov', 'ноя', 'қар'],
  ['dec', 'дек', 'жел'],
]

/** The number of a month from its name in English, Russian or Kazakh, whole or shortened; null when it is none. */
export function monthOf(name: string): number | null {
  const start = name.toLowerCase().slice(0, 3)
  const place = beginnings.findIndex(names => names.includes(start))
  return place < 0 ? null : place + 1
}
