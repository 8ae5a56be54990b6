import type { Language } from '../describe/phrases.ts'

/** The words of an annex in one language. */
export interface AnnexPhrases {
  readonly heading: (decision: string, model: string) => string
  readonly moment: (now: string, zone: string) => string
  readonly inputs: string
  readonly decision: (name: string) => string
  readonly value: (text: string) => string
  readonly applied: (rule: number) => string
  readonly matchedOnly: (rule: number) => string
  readonly notApplied: (rule: number, input: string, value: string, test: string) => string
  readonly noRule: string
  /** Said after that, where the defaults of the table answer. */
  readonly byDefault: string
  readonly result: (text: string) => string
  readonly warnings: string
  /** An empty list. */
  readonly none: string
  /** The name of an annotation column; `clause` is the paragraph of the law. */
  readonly annotation: (name: string) => string
}

/** The words of every language. */
export const ANNEX: Readonly<Record<Language, AnnexPhrases>> = {
  en: {
    heading: (decision, model) => `How the decision “${decision}” came about (rules “${model}”)`,
    moment: (now, zone) => `Moment of the decision: ${now}, time zone ${zone}`,
    inputs: 'Data:',
    decision: name => `Decision “${name}”:`,
    value: text => `value: ${text}`,
    applied: rule => `rule ${rule} applies`,
    matchedOnly: rule => `rule ${rule} matches, another one counts`,
    notApplied: (rule, input, value, test) =>
      `rule ${rule} does not apply: ${input} is ${value}, the rule asks for ${test}`,
    noRule: 'no rule applies',
    byDefault: 'the default of the table counts',
    result: text => `Result: ${text}`,
    warnings: 'What could not be computed:',
    none: 'none',
    annotation: name => (name === 'clause' ? 'clause' : `${name}:`),
  },
  ru: {
    heading: (decision, model) => `Как получено решение «${decision}» (правила «${model}»)`,
    moment: (now, zone) => `Момент решения: ${now}, часовой пояс ${zone}`,
    inputs: 'Данные:',
    decision: name => `Решение «${name}»:`,
    value: text => `значение: ${text}`,
    applied: rule => `правило ${rule} применено`,
    matchedOnly: rule => `правило ${rule} подходит, действует другое`,
    notApplied: (rule, input, value, test) =>
      `правило ${rule} не применено: ${input} — ${value}, правило требует: ${test}`,
    noRule: 'ни одно правило не применимо',
    byDefault: 'действует значение таблицы по умолчанию',
    result: text => `Итог: ${text}`,
    warnings: 'Что не удалось вычислить:',
    none: 'нет',
    annotation: name => (name === 'clause' ? 'пункт' : `${name}:`),
  },
  kk: {
    heading: (decision, model) => `«${decision}» шешімі қалай қабылданды («${model}» ережелері)`,
    moment: (now, zone) => `Шешім қабылданған сәт: ${now}, уақыт белдеуі ${zone}`,
    inputs: 'Деректер:',
    decision: name => `«${name}» шешімі:`,
    value: text => `мәні: ${text}`,
    applied: rule => `${rule}-ереже қолданылды`,
    matchedOnly: rule => `${rule}-ереже сәйкес келеді, бірақ басқасы күшінде`,
    notApplied: (rule, input, value, test) =>
      `${rule}-ереже қолданылмады: ${input} мәні ${value}, ереже мынаны талап етеді: ${test}`,
    noRule: 'ешбір ереже қолданылмайды',
    byDefault: 'кестенің әдепкі мәні күшінде',
    result: text => `Қорытынды: ${text}`,
    warnings: 'Есептеу мүмкін болмағаны:',
    none: 'жоқ',
    annotation: name => (name === 'clause' ? 'тармақ' : `${name}:`),
  },
}
