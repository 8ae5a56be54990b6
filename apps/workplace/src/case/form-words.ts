import type { getTask } from '@tereze/cases/contract'
import { type FieldState, isObject, type Option, type Problem, pointerSteps } from '@tereze/forms'
import type { OutputOf } from '@tereze/operation'
import type { FormWords } from '@tereze/ui-forms'
import { commonFormWords } from '../words/form-words.ts'
import { isMessageId } from '../words/messages.ts'
import type { Words } from '../words/words.ts'
import { clauseWords } from './clause.ts'
import { valueLines } from './value-lines.ts'
import type { FormCase } from './view.ts'

/** A task with its form, as the platform gives it. */
export type TaskForm = OutputOf<typeof getTask>

/** `/review/outcome` is `review.outcome` in message keys; places in a list are not said. */
export function dotted(pointer: string): string {
  return pointerSteps(pointer)
    .filter(step => !/^\d+$/.test(step))
    .join('.')
}

/** The words of a task's form: those of its package, and the workplace's for what all forms have in common. */
export function formWords(form: TaskForm, view: FormCase, words: Words): FormWords {
  const own = (key: string): string | null => {
    const text = form.words[key]
    return text === undefined ? null : words.pick(text)
  }
  const label = (pointer: string) => own(`field.${dotted(pointer)}`) ?? words.say('form.answer')
  return {
    language: words.language,
    label: item => label(item.pointer),
    hint: item => own(`hint.${dotted(item.pointer)}`),
    group: id => own(`group.${id}`),
    answer: (item, value) => {
      const key = `answer.${dotted(item.pointer)}.`
      return own(key + value) ?? own(key + value.toLowerCase()) ?? value
    },
    option: (_item, option) => optionWords(option, view, words),
    problem: problem => problemWords(problem, own, words),
    summary: (name, text) => `${name.replace(/[?:.!]+$/, '')}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
    source: source => {
      const known = form.prefill.find(one => one.pointer === source.id)
      return known === undefined ? '' : words.pick(known.source)
    },
    ...commonFormWords(words),
    element: (item, number) => `${label(item.pointer)} ${number}`,
  }
}

/** The same words, with a note beside the outcome that the rules propose. */
export function withProposal(own: FormWords, view: FormCase, words: Words): FormWords {
  const note = (item: FieldState, value: string) =>
    item.pointer.endsWith('/outcome') && view.draft?.outcome === value ? ` (${words.say('form.as-proposed')})` : ''
  return { ...own, answer: (item, value) => own.answer(item, value) + note(item, value) }
}

/** A ground has the regulation's words and its paragraph; anything else its name or title. */
function optionWords(option: Option, view: FormCase, words: Words): { text: string; hint: string | null } {
  const ground = view.refusalGrounds.find(one => one.id === option.id)
  if (ground !== undefined) {
    const hint = ground.clause === null ? null : clauseWords(ground.clause, words)
    return { text: words.pick(ground.text), hint }
  }
  const about = isObject(option.about) && option.about.name !== undefined ? option.about.name : option.about
  return { text: valueLines(about, 'text', words).join(' · ') || words.say('facts.unknown'), hint: null }
}

function problemWords(problem: Problem, own: (key: string) => string | null, words: Words): string {
  const special = own(`problem.${dotted(problem.pointer)}.${problem.code.slice('form.'.length)}`)
  if (special !== null) return special
  const params = Object.fromEntries(
    Object.entries(problem.params).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  ) as Record<string, string | number>
  const key = `problem.${problem.code}`
  return words.say(isMessageId(key) ? key : 'problem.form.type', params)
}
