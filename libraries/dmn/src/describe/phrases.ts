/** Languages in which a table can be put into words. */
export type Language = 'en' | 'ru' | 'kk'

/** The words of one language; each takes the pieces in the order in which they are said. */
export interface Phrases {
  readonly policies: Readonly<Record<string, string>>
  readonly rule: (number: number, condition: string, outcome: string) => string
  readonly always: (number: number, outcome: string) => string
  readonly otherwise: (outcome: string) => string
  readonly and: string
  readonly or: string
  /** A subject and what is said of it; `named` where that is a value and no comparison. */
  readonly says: (subject: string, predicate: string, named: boolean) => string
  readonly oneOf: (values: string) => string
  readonly noneOf: (values: string) => string
  readonly except: (value: string) => string
  readonly not: (predicate: string) => string
  readonly less: Comparison
  readonly atMost: Comparison
  readonly more: Comparison
  readonly atLeast: Comparison
  /** What a test that is no constant asks of the subject, as FEEL. */
  readonly passes: (test: string) => string
  readonly gives: (name: string, value: string) => string
  readonly yes: string
  readonly no: string
  readonly missing: string
  readonly date: (year: number, month: number, day: number) => string
  readonly dateTime: (date: string, time: string) => string
  /** A count of a unit of time, in the right form. */
  readonly count: (unit: Unit, count: bigint) => string
  /** A seconds count that has a fraction. */
  readonly seconds: (text: string) => string
  readonly nothing: string
  readonly minus: (span: string) => string
  readonly decimalPoint: string
}

/** What values are compared as: something counted, a point in time, or a stretch of it. */
export type Scale = 'amount' | 'moment' | 'span'
/** A comparison with a value as a predicate. */
export type Comparison = (value: string, scale: Scale) => string
/** Units of durations. */
export type Unit = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
}

/** One, few (2–4) and many of each unit. */
const RUSSIAN: Readonly<Record<Unit, readonly [string, string, string]>> = {
  year: ['год', 'года', 'лет'],
  month: ['месяц', 'месяца', 'месяцев'],
  day: ['день', 'дня', 'дней'],
  hour: ['час', 'часа', 'часов'],
  minute: ['минута', 'минуты', 'минут'],
  second: ['секунда', 'секунды', 'секунд'],
}

const KAZAKH: Readonly<Record<Unit, string>> = {
  year: 'жыл',
  month: 'ай',
  day: 'күн',
  hour: 'сағат',
  minute: 'минут',
  second: 'секунд',
}

function russian(unit: Unit, count: bigint): string {
  const [one, few, many] = RUSSIAN[unit]
  const [ten, hundred] = [count % 10n, count % 100n]
  if (ten === 1n && hundred !== 11n) return `${count} ${one}`
  return `${count} ${ten >= 2n && ten <= 4n && (hundred < 12n || hundred > 14n) ? few : many}`
}

/** In Russian a stretch of time is compared with a clause, because its words would change their case. */
const than = (word: string, span: string, value: string, scale: Scale): string =>
  scale === 'span' ? `${span}, чем ${value}` : `${word} ${value}`

/** The words of every language. */
export const PHRASES: Readonly<Record<Language, Phrases>> = {
  en: {
    policies: {
      UNIQUE: 'At most one rule applies.',
      ANY: 'Several rules may apply; they all give the same result.',
      PRIORITY: 'Of the rules that apply, the one with the most important result counts.',
      FIRST: 'The first rule that applies counts.',
      COLLECT: 'The results of all rules that apply are collected.',
      'COLLECT SUM': 'The results of all rules that apply are added up.',
      'COLLECT COUNT': 'The rules that apply are counted.',
      'COLLECT MIN': 'The smallest result of the rules that apply counts.',
      'COLLECT MAX': 'The largest result of the rules that apply counts.',
      'RULE ORDER': 'All rules that apply count, in the order of the table.',
      'OUTPUT ORDER': 'All rules that apply count, the most important result first.',
    },
    rule: (number, condition, outcome) => `Rule ${number}: if ${condition}, then ${outcome}.`,
    always: (number, outcome) => `Rule ${number}: in every case ${outcome}.`,
    otherwise: outcome => `If no rule applies: ${outcome}.`,
    and: ' and ',
    or: ' or ',
    says: (subject, predicate) => `${subject} is ${predicate}`,
    oneOf: values => `one of: ${values}`,
    noneOf: values => `none of: ${values}`,
    except: value => `anything but ${value}`,
    not: predicate => `not (${predicate})`,
    less: (value, scale) => `${{ amount: 'less than', moment: 'before', span: 'shorter than' }[scale]} ${value}`,
    atMost: (value, scale) => `${{ amount: 'at most', moment: 'not after', span: 'not longer than' }[scale]} ${value}`,
    more: (value, scale) => `${{ amount: 'more than', moment: 'after', span: 'longer than' }[scale]} ${value}`,
    atLeast: (value, scale) =>
      `${{ amount: 'at least', moment: 'not before', span: 'not shorter than' }[scale]} ${value}`,
    passes: test => `such that this holds: ${test}`,
    gives: (name, value) => `${name} is ${value}`,
    yes: 'yes',
    no: 'no',
    missing: 'missing',
    date: (year, month, day) => `${day} ${MONTHS.en[month - 1]} ${year}`,
    dateTime: (date, time) => `${date}, ${time}`,
    count: (unit, count) => `${count} ${unit}${count === 1n ? '' : 's'}`,
    seconds: text => `${text} seconds`,
    nothing: 'no time',
    minus: span => `minus ${span}`,
    decimalPoint: '.',
  },
  ru: {
    policies: {
      UNIQUE: 'Применяется не более одного правила.',
      ANY: 'Могут применяться несколько правил; результат у них один.',
      PRIORITY: 'Из применимых правил действует то, чей результат важнее.',
      FIRST: 'Действует первое применимое правило.',
      COLLECT: 'Собираются результаты всех применимых правил.',
      'COLLECT SUM': 'Результаты всех применимых правил складываются.',
      'COLLECT COUNT': 'Подсчитывается число применимых правил.',
      'COLLECT MIN': 'Берётся наименьший результат применимых правил.',
      'COLLECT MAX': 'Берётся наибольший результат применимых правил.',
      'RULE ORDER': 'Действуют все применимые правила в порядке таблицы.',
      'OUTPUT ORDER': 'Действуют все применимые правила, важнейший результат первым.',
    },
    rule: (number, condition, outcome) => `Правило ${number}: если ${condition}, то ${outcome}.`,
    always: (number, outcome) => `Правило ${number}: во всех случаях ${outcome}.`,
    otherwise: outcome => `Если ни одно правило не применимо: ${outcome}.`,
    and: ' и ',
    or: ' или ',
    says: (subject, predicate, named) => `${subject}${named ? ' —' : ''} ${predicate}`,
    oneOf: values => `одно из: ${values}`,
    noneOf: values => `ни одно из: ${values}`,
    except: value => `что угодно, кроме ${value}`,
    not: predicate => `не (${predicate})`,
    less: (value, scale) => than(scale === 'moment' ? 'раньше' : 'меньше', 'меньше', value, scale),
    atMost: (value, scale) => than(scale === 'moment' ? 'не позже' : 'не больше', 'не больше', value, scale),
    more: (value, scale) => than(scale === 'moment' ? 'позже' : 'больше', 'больше', value, scale),
    atLeast: (value, scale) => than(scale === 'moment' ? 'не раньше' : 'не меньше', 'не меньше', value, scale),
    passes: test => `с выполнением условия: ${test}`,
    gives: (name, value) => `${name} — ${value}`,
    yes: 'да',
    no: 'нет',
    missing: 'нет значения',
    date: (year, month, day) => `${day} ${MONTHS.ru[month - 1]} ${year} г.`,
    dateTime: (date, time) => `${date}, ${time}`,
    count: russian,
    seconds: text => `${text} секунды`,
    nothing: 'нулевой срок',
    minus: span => `минус ${span}`,
    decimalPoint: ',',
  },
  kk: {
    policies: {
      UNIQUE: 'Бір ережеден артық қолданылмайды.',
      ANY: 'Бірнеше ереже қолданылуы мүмкін; олардың нәтижесі бірдей.',
      PRIORITY: 'Қолданылатын ережелердің ішінде нәтижесі маңыздырағы күшінде болады.',
      FIRST: 'Қолданылатын бірінші ереже күшінде болады.',
      COLLECT: 'Қолданылатын барлық ережелердің нәтижелері жиналады.',
      'COLLECT SUM': 'Қолданылатын барлық ережелердің нәтижелері қосылады.',
      'COLLECT COUNT': 'Қолданылатын ережелердің саны есептеледі.',
      'COLLECT MIN': 'Қолданылатын ережелердің ең аз нәтижесі алынады.',
      'COLLECT MAX': 'Қолданылатын ережелердің ең көп нәтижесі алынады.',
      'RULE ORDER': 'Қолданылатын барлық ережелер кесте ретімен күшінде болады.',
      'OUTPUT ORDER': 'Қолданылатын барлық ережелер күшінде болады, ең маңызды нәтиже бірінші.',
    },
    rule: (number, condition, outcome) => `${number}-ереже: егер ${condition} болса, онда ${outcome}.`,
    always: (number, outcome) => `${number}-ереже: барлық жағдайда ${outcome}.`,
    otherwise: outcome => `Ешбір ереже қолданылмаса: ${outcome}.`,
    and: ' және ',
    or: ' немесе ',
    says: (subject, predicate, named) => (named ? `${subject} — ${predicate}` : `${subject} мәні ${predicate}`),
    oneOf: values => `мыналардың бірі: ${values}`,
    noneOf: values => `мыналардың ешқайсысы емес: ${values}`,
    except: value => `мынадан басқа кез келген мән: ${value}`,
    not: predicate => `мынадай емес: (${predicate})`,
    less: (value, scale) =>
      ({ amount: `${value} мәнінен аз`, moment: `${value} сәтінен бұрын`, span: `${value} мерзімінен қысқа` })[scale],
    atMost: (value, scale) =>
      ({
        amount: `${value} мәнінен артық емес`,
        moment: `${value} сәтінен кеш емес`,
        span: `${value} мерзімінен ұзақ емес`,
      })[scale],
    more: (value, scale) =>
      ({ amount: `${value} мәнінен көп`, moment: `${value} сәтінен кейін`, span: `${value} мерзімінен ұзақ` })[scale],
    atLeast: (value, scale) =>
      ({
        amount: `${value} мәнінен кем емес`,
        moment: `${value} сәтінен ерте емес`,
        span: `${value} мерзімінен қысқа емес`,
      })[scale],
    passes: test => `мына шартты орындайды: ${test}`,
    gives: (name, value) => `${name} — ${value}`,
    yes: 'иә',
    no: 'жоқ',
    missing: 'мәні жоқ',
    date: (year, month, day) => `${year} жылғы ${day} ${MONTHS.kk[month - 1]}`,
    dateTime: (date, time) => `${date}, ${time}`,
    count: (unit, count) => `${count} ${KAZAKH[unit]}`,
    seconds: text => `${text} секунд`,
    nothing: 'нөлдік мерзім',
    minus: span => `минус ${span}`,
    decimalPoint: ',',
  },
}
