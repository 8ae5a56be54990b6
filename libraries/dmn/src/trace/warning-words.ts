import type { Language } from '../describe/phrases.ts'

const GENERAL: Readonly<Record<Language, string>> = {
  en: 'a value could not be computed',
  ru: 'значение не удалось вычислить',
  kk: 'мәнді есептеу мүмкін болмады',
}

const WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'dmn.input-not-allowed': {
    en: 'the value given is not allowed or not of the right kind',
    ru: 'переданное значение недопустимо или не того вида',
    kk: 'берілген мәнге жол берілмейді немесе түрі сәйкес келмейді',
  },
  'dmn.output-not-allowed': {
    en: 'the result is not among the values allowed for it',
    ru: 'результат не входит в число допустимых',
    kk: 'нәтиже рұқсат етілген мәндердің қатарында жоқ',
  },
  'dmn.type-mismatch': {
    en: 'the result is not of the kind declared for it',
    ru: 'результат не того вида, который для него объявлен',
    kk: 'нәтиженің түрі жарияланған түрге сәйкес келмейді',
  },
  'dmn.rules-overlap': {
    en: 'several rules apply where only one may',
    ru: 'применимы несколько правил там, где должно быть одно',
    kk: 'бір ғана ереже болуы тиіс жерде бірнеше ереже қолданылады',
  },
  'dmn.rules-disagree': {
    en: 'the rules that apply give different results',
    ru: 'применимые правила дают разные результаты',
    kk: 'қолданылатын ережелер әртүрлі нәтиже береді',
  },
  'dmn.aggregation-impossible': {
    en: 'the results cannot be put together',
    ru: 'результаты нельзя свести воедино',
    kk: 'нәтижелерді біріктіру мүмкін емес',
  },
  'dmn.requirement-cyclic': {
    en: 'the decision depends on itself',
    ru: 'решение зависит от самого себя',
    kk: 'шешім өзіне өзі тәуелді',
  },
  'dmn.decision-unknown': {
    en: 'there is no such decision',
    ru: 'такого решения нет',
    kk: 'мұндай шешім жоқ',
  },
  'dmn.logic-missing': {
    en: 'the decision has no rules',
    ru: 'у решения нет правил',
    kk: 'шешімнің ережелері жоқ',
  },
  'dmn.expression-invalid': {
    en: 'the rule is written with a mistake',
    ru: 'правило записано с ошибкой',
    kk: 'ереже қатемен жазылған',
  },
  'dmn.language-unsupported': {
    en: 'the rule is written in a language that is not offered',
    ru: 'правило записано на языке, который не поддерживается',
    kk: 'ереже қолдау көрсетілмейтін тілде жазылған',
  },
  'dmn.function-unsupported': {
    en: 'a function of the rule is not offered',
    ru: 'функция правила не поддерживается',
    kk: 'ереженің функциясына қолдау көрсетілмейді',
  },
  'dmn.not-a-function': {
    en: 'what is called is no rule that can be called',
    ru: 'вызывается то, что вызвать нельзя',
    kk: 'шақыруға болмайтын нәрсе шақырылған',
  },
  'dmn.java-failed': {
    en: 'an outside function gave no result',
    ru: 'внешняя функция не дала результата',
    kk: 'сыртқы функция нәтиже бермеді',
  },
  'dmn.trace-too-deep': {
    en: 'the value is nested too deep to be shown',
    ru: 'значение вложено слишком глубоко, чтобы его показать',
    kk: 'мән тым терең кірістірілген, оны көрсету мүмкін емес',
  },
  'feel.too-many-steps': {
    en: 'the computation was too long and was stopped',
    ru: 'вычисление было слишком долгим и остановлено',
    kk: 'есептеу тым ұзаққа созылып, тоқтатылды',
  },
  'feel.recursion-too-deep': {
    en: 'the rules called each other too many times',
    ru: 'правила вызывали друг друга слишком много раз',
    kk: 'ережелер бір-бірін тым көп рет шақырды',
  },
  'feel.arguments-invalid': {
    en: 'a function got values that it does not take',
    ru: 'функция получила значения, которых не принимает',
    kk: 'функция қабылдамайтын мәндер алды',
  },
  'feel.operands-invalid': {
    en: 'values of these kinds cannot be computed with each other',
    ru: 'значения таких видов нельзя вычислять вместе',
    kk: 'мұндай түрдегі мәндерді бірге есептеуге болмайды',
  },
  'feel.condition-not-boolean': {
    en: 'a condition is neither yes nor no',
    ru: 'условие — ни да, ни нет',
    kk: 'шарттың жауабы иә де, жоқ та емес',
  },
  'feel.not-iterable': {
    en: 'what should be a list is none',
    ru: 'вместо списка дано другое значение',
    kk: 'тізім орнына басқа мән берілген',
  },
  'feel.index-out-of-range': {
    en: 'the list has no such item',
    ru: 'в списке нет такого элемента',
    kk: 'тізімде мұндай элемент жоқ',
  },
  'feel.filter-invalid': {
    en: 'the condition of a selection is neither yes nor no',
    ru: 'условие отбора — ни да, ни нет',
    kk: 'іріктеу шартының жауабы иә де, жоқ та емес',
  },
  'feel.not-a-function': {
    en: 'what is called is no function',
    ru: 'вызывается не функция',
    kk: 'функция емес нәрсе шақырылған',
  },
  'feel.name-unknown': {
    en: 'a name in the rule stands for nothing',
    ru: 'имя в правиле ничего не обозначает',
    kk: 'ережедегі атау ештеңені білдірмейді',
  },
  'feel.literal-invalid': {
    en: 'a value in the rule is written with a mistake',
    ru: 'значение в правиле записано с ошибкой',
    kk: 'ережедегі мән қатемен жазылған',
  },
  'feel.function-kind-unsupported': {
    en: 'a function of the rule is not offered',
    ru: 'функция правила не поддерживается',
    kk: 'ереженің функциясына қолдау көрсетілмейді',
  },
  'feel.entry-unknown': {
    en: 'the data have no such part',
    ru: 'в данных нет такой части',
    kk: 'деректерде мұндай бөлік жоқ',
  },
  'feel.entry-repeated': {
    en: 'a part of the data is given twice',
    ru: 'часть данных указана дважды',
    kk: 'деректердің бір бөлігі екі рет көрсетілген',
  },
}

/** Why something could not be computed, in words for a reader of the decision; a code that has none is told in general. */
export function warningWords(code: string, language: Language): string {
  return (WORDS[code] ?? GENERAL)[language]
}

/** The codes that have words of their own. */
export const WORDED_CODES: readonly string[] = Object.keys(WORDS)
