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
  readonly equals: (subject: string, value: string) => string
  readonly oneOf: (subject: string, values: string) => string
  readonly noneOf: (subject: string, values: string) => string
  readonly less: (subject: string, value: string) => string
  readonly atMost: (subject: string, value: string) => string
  readonly more: (subject: string, value: string) => string
  readonly atLeast: (subject: string, value: string) => string
  readonly passes: (subject: string, test: string) => string
  readonly not: (statement: string) => string
  readonly gives: (name: string, value: string) => string
  readonly yes: string
  readonly no: string
  readonly missing: string
  readonly date: (year: number, month: number, day: number) => string
  readonly decimalPoint: string
}

const two = (value: number): string => String(value).padStart(2, '0')
const dotted = (year: number, month: number, day: number): string => `${two(day)}.${two(month)}.${year}`

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
    equals: (subject, value) => `${subject} is ${value}`,
    oneOf: (subject, values) => `${subject} is one of: ${values}`,
    noneOf: (subject, values) => `${subject} is none of: ${values}`,
    less: (subject, value) => `${subject} is less than ${value}`,
    atMost: (subject, value) => `${subject} is at most ${value}`,
    more: (subject, value) => `${subject} is more than ${value}`,
    atLeast: (subject, value) => `${subject} is at least ${value}`,
    passes: (subject, test) => `for ${subject} this holds: ${test}`,
    not: statement => `it is not so that ${statement}`,
    gives: (name, value) => `${name} is ${value}`,
    yes: 'yes',
    no: 'no',
    missing: 'missing',
    date: (year, month, day) => `${year}-${two(month)}-${two(day)}`,
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
    equals: (subject, value) => `${subject} равно ${value}`,
    oneOf: (subject, values) => `${subject} — одно из: ${values}`,
    noneOf: (subject, values) => `${subject} — ни одно из: ${values}`,
    less: (subject, value) => `${subject} меньше ${value}`,
    atMost: (subject, value) => `${subject} не больше ${value}`,
    more: (subject, value) => `${subject} больше ${value}`,
    atLeast: (subject, value) => `${subject} не меньше ${value}`,
    passes: (subject, test) => `для ${subject} выполнено: ${test}`,
    not: statement => `неверно, что ${statement}`,
    gives: (name, value) => `${name} — ${value}`,
    yes: 'да',
    no: 'нет',
    missing: 'нет значения',
    date: dotted,
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
    equals: (subject, value) => `${subject} мәні ${value}`,
    oneOf: (subject, values) => `${subject} мәні мыналардың бірі: ${values}`,
    noneOf: (subject, values) => `${subject} мәні мыналардың ешқайсысы емес: ${values}`,
    less: (subject, value) => `${subject} мәні ${value} мәнінен аз`,
    atMost: (subject, value) => `${subject} мәні ${value} мәнінен артық емес`,
    more: (subject, value) => `${subject} мәні ${value} мәнінен көп`,
    atLeast: (subject, value) => `${subject} мәні ${value} мәнінен кем емес`,
    passes: (subject, test) => `${subject} үшін мына шарт орындалған: ${test}`,
    not: statement => `мынау дұрыс емес: ${statement}`,
    gives: (name, value) => `${name} — ${value}`,
    yes: 'иә',
    no: 'жоқ',
    missing: 'мәні жоқ',
    date: dotted,
    decimalPoint: ',',
  },
}
