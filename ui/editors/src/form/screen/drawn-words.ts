import { isObject, type Option, type Problem, pointerSteps } from '@tereze/forms'
import type { Language } from '@tereze/ui-components'
import type { FormWords } from '@tereze/ui-forms'
import type { FormDraft } from '../draft/form-draft.ts'
import { type FormText, sayForm } from '../words.ts'

/** The largest file that the platform takes, in megabytes. */
const largestFile = 10

function dotted(pointer: string): string {
  return pointerSteps(pointer)
    .filter(step => !/^\d+$/.test(step))
    .join('.')
}

/** The words of a form while it is made: its own, and those that all forms have in common, as its readers will see them. */
export function drawnWords(texts: FormDraft['words'], language: Language): FormWords {
  const say = sayForm(language)
  const own = (key: string): string | null => texts[language][key] ?? null
  const label = (pointer: string) => own(`field.${dotted(pointer)}`) || dotted(pointer)
  return {
    language,
    label: item => label(item.pointer),
    hint: item => own(`hint.${dotted(item.pointer)}`),
    group: id => own(`group.${id}`),
    answer: (item, value) => own(`answer.${dotted(item.pointer)}.${value.toLowerCase()}`) ?? value,
    option: (_, option) => ({ text: optionText(option, say('drawn.from', { text: fromOf(option) })), hint: null }),
    problem: problem => own(ownKey(problem)) ?? say(problemText(problem), textual(problem)),
    summary: (name, text) => `${name.replace(/[?:.!]+$/, '')}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
    source: source => source.id,
    limit: limit => say('drawn.limit', { limit }),
    choose: say('drawn.choose'),
    own: say('drawn.own'),
    nothing: say('drawn.nothing'),
    counted: say('drawn.counted', { count: '{count}' }),
    files: {
      limits: most =>
        most === null
          ? say('drawn.files', { megabytes: largestFile })
          : say('drawn.files.most', { most, megabytes: largestFile }),
      bring: say('drawn.files.bring'),
      remove: say('drawn.remove'),
      stop: say('drawn.files.stop'),
      coming: say('drawn.files.coming', { name: '{name}', percent: '{percent}' }),
      come: say('drawn.files.come', { name: '{name}' }),
      gone: say('drawn.files.gone', { name: '{name}' }),
      broken: say('drawn.files.broken', { name: '{name}' }),
      many: say('drawn.files.many', { limit: '{limit}' }),
    },
    optional: say('drawn.optional'),
    error: say('drawn.error'),
    wrong: say('drawn.wrong'),
    notSaid: say('drawn.not-said'),
    yes: say('drawn.yes'),
    no: say('drawn.no'),
    day: say('drawn.day'),
    month: say('drawn.month'),
    year: say('drawn.year'),
    family: say('drawn.family'),
    given: say('drawn.given'),
    patronymic: say('drawn.patronymic'),
    add: say('drawn.add'),
    remove: say('drawn.remove'),
    element: (item, number) => `${label(item.pointer)} ${number}`,
  }
}

function ownKey({ pointer, code }: Problem): string {
  return `problem.${dotted(pointer)}.${code.slice('form.'.length)}`
}

function problemText({ code }: Problem): FormText {
  return `drawn.problem.${code.slice('form.'.length)}` as FormText
}

function textual({ params }: Problem): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  ) as Record<string, string | number>
}

/** Data name themselves by a name, a title or a text; the canvas says what will be asked for them. */
function optionText({ about, id }: Option, from: string): string {
  if (!isObject(about)) return id
  if (about.expression !== undefined) return from
  for (const part of [about.name, about.title, about.text]) if (typeof part === 'string') return part
  return id
}

function fromOf({ about }: Option): string {
  return isObject(about) && typeof about.expression === 'string' ? about.expression : ''
}
