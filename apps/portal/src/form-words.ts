import { type FieldState, isObject, type Json, pointerSteps } from '@tereze/forms'
import type { FormWords } from '@tereze/ui-forms'
import { fileWords, limitsOf } from './bring-files.ts'
import { factValue } from './fact-value.ts'
import { sourceLine } from './source-line.ts'
import type { SpokenText, Ui } from './ui.ts'

/** The words that a package brings for its forms, by key. */
export type PackageWords = Readonly<Record<string, SpokenText>>

/** What is known of a prefilled value besides the value. */
export interface KnownSource {
  readonly pointer: string
  readonly source: SpokenText
  readonly at: string | null
}

/** `/statement/kind` is `statement.kind` in message keys; places in a list are not said. */
function dotted(pointer: string): string {
  return pointerSteps(pointer)
    .filter(step => !/^\d+$/.test(step))
    .join('.')
}

/** The words of a form: those of its package, and the portal's for everything that forms have in common. */
export function formWords(words: PackageWords, known: readonly KnownSource[], ui: Ui): FormWords {
  const say = (key: string): string | null => (words[key] === undefined ? null : ui.say(words[key]))
  const label = (pointer: string) => say(`field.${dotted(pointer)}`) ?? dotted(pointer)
  return {
    language: ui.language,
    label: item => label(item.pointer),
    hint: item => say(`hint.${dotted(item.pointer)}`),
    group: id => say(`group.${id}`),
    answer: (item, value) => {
      const key = `answer.${dotted(item.pointer)}.`
      return say(key + value) ?? say(key + value.toLowerCase()) ?? value
    },
    option: (_: FieldState, { about, id }) => ({
      text: optionText(about, ui) ?? id,
      hint: isObject(about) && typeof about.born === 'string' ? ui.t('form.born', { date: ui.date(about.born) }) : null,
    }),
    problem: problem => {
      const own = say(`problem.${dotted(problem.pointer)}.${problem.code.slice('form.'.length)}`)
      const params = Object.fromEntries(
        Object.entries(problem.params).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
      ) as Record<string, string | number>
      return own ?? ui.word(`problem.${problem.code}`, params) ?? ui.t('problem.form.type')
    },
    summary: (name, text) => `${name.replace(/[?:.!]+$/, '')}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
    source: source => {
      const found = known.find(line => line.pointer === source.id)
      return found === undefined ? '' : (sourceLine(found.source, found.at, ui) ?? '')
    },
    limit: limit => ui.t('form.limit', { limit }),
    choose: ui.t('form.choose'),
    own: ui.t('form.own'),
    nothing: ui.t('form.nothing'),
    counted: ui.t('form.counted', { count: '{count}' }),
    files: { ...fileWords(ui), limits: most => limitsOf(most, ui) },
    optional: ui.t('form.optional'),
    error: ui.t('form.error'),
    wrong: ui.t('form.wrong'),
    notSaid: ui.t('form.not-said'),
    yes: ui.t('form.yes'),
    no: ui.t('form.no'),
    day: ui.t('form.day'),
    month: ui.t('form.month'),
    year: ui.t('form.year'),
    family: ui.t('form.family'),
    given: ui.t('form.given'),
    patronymic: ui.t('form.patronymic'),
    add: ui.t('form.add'),
    remove: ui.t('form.remove'),
    element: (item, number) => `${label(item.pointer)} ${number}`,
  }
}

/** A child by name, an account by bank and number, anything else by its name or title. */
function optionText(about: Json, ui: Ui): string | null {
  if (!isObject(about)) return null
  if (about.masked !== undefined) {
    const bank = about.bank === undefined ? '' : `${factValue(about.bank, 'text', ui)} `
    return bank + factValue(about.masked, 'text', ui)
  }
  const text = factValue(about, 'text', ui)
  return text === ui.t('form.not-said') ? null : text
}
