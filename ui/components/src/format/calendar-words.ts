import type { Language } from './language.ts'

/** Names of months and days of the week in the forms that dates need. Lists begin with January and with Monday. */
export interface CalendarWords {
  readonly months: readonly string[]
  readonly shortMonths: readonly string[]
  readonly weekdays: readonly string[]
  readonly shortWeekdays: readonly string[]
}

const list = (words: string) => words.split(' ')

/**
 * Words of the calendar as a date uses them: Russian months in the genitive. Our own table and not `Intl`: browsers and
 * many systems have no Kazakh, and a date must read the same on the server, in a message and on paper.
 */
export const CALENDAR_WORDS: Readonly<Record<Language, CalendarWords>> = {
  en: {
    months: list('January February March April May June July August September October November December'),
    shortMonths: list('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
    weekdays: list('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'),
    shortWeekdays: list('Mon Tue Wed Thu Fri Sat Sun'),
  },
  ru: {
    months: list('января февраля марта апреля мая июня июля августа сентября октября ноября декабря'),
    shortMonths: list('янв. февр. марта апр. мая июня июля авг. сент. окт. нояб. дек.'),
    weekdays: list('понедельник вторник среда четверг пятница суббота воскресенье'),
    shortWeekdays: list('пн вт ср чт пт сб вс'),
  },
  kk: {
    months: list('қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'),
    shortMonths: list('қаң. ақп. нау. сәу. мам. мау. шіл. там. қыр. қаз. қар. жел.'),
    weekdays: list('дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі'),
    shortWeekdays: list('дс сс ср бс жм сб жб'),
  },
}

/** Russian days of the week in the genitive: «до четверга». */
export const RUSSIAN_WEEKDAYS_OF = list('понедельника вторника среды четверга пятницы субботы воскресенья')

/** Names of months that stand alone: choice of a month in a form. */
export const MONTH_NAMES: Readonly<Record<Language, readonly string[]>> = {
  en: CALENDAR_WORDS.en.months,
  ru: list('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'),
  kk: CALENDAR_WORDS.kk.months,
}

/** What a date is in the sentence: named, the day on which, the last day for something, the day until which, the day since which. */
export type DateRole = 'plain' | 'on' | 'by' | 'until' | 'since'

const BACK = 'аоұыяёюу'
const VOICELESS = 'пфктсшщчцхқбвгд'

/**
 * A Kazakh word with the case ending that its last sounds ask for: dative -ға/-ге/-қа/-ке, locative -да/-де/-та/-те,
 * ablative -дан/-ден/-тан/-тен/-нан/-нен.
 */
export function kazakhCase(word: string, grammaticalCase: 'dative' | 'locative' | 'ablative'): string {
  const letters = [...word.toLowerCase()]
  const lastVowel = letters.findLast(letter => 'аәеиіоөуұүыэёюя'.includes(letter)) ?? 'е'
  const back = BACK.includes(lastVowel) && !letters.some(letter => 'әөүі'.includes(letter) && letter === lastVowel)
  const last = letters.at(-1) ?? ''
  const voiceless = VOICELESS.includes(last)
  const vowel = back ? 'а' : 'е'
  if (grammaticalCase === 'dative') return word + (voiceless ? (back ? 'қ' : 'к') : back ? 'ғ' : 'г') + vowel
  if (grammaticalCase === 'locative') return word + (voiceless ? 'т' : 'д') + vowel
  const nasal = 'мнң'.includes(last)
  return `${word}${voiceless ? 'т' : nasal ? 'н' : 'д'}${vowel}н`
}
