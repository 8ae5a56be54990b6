import { type FieldState, isList, isObject, type Json } from '@tereze/forms'
import { formatDate, formatDecimal, formatMoney } from '@tereze/ui-components'
import { keptFiles } from './kept-files.ts'
import type { FormWords } from './words.ts'

/** A field's value as a sentence would say it. */
export function showValue(item: FieldState, words: FormWords, value: Json = item.value): string {
  if (value === null) return words.notSaid
  const { language } = words
  switch (item.as) {
    case 'money':
      return isObject(value) && typeof value.amount === 'string' && typeof value.currency === 'string'
        ? formatMoney({ amount: value.amount, currency: value.currency }, language)
        : words.notSaid
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
        ? formatDate(value, language)
        : String(value)
    case 'yes-no':
      return value === true ? words.yes : words.no
    case 'number':
      return formatDecimal(String(value), language)
    case 'person-name':
      return nameText(value)
    case 'address':
    case 'code':
      return isObject(value) && typeof value.text === 'string' ? value.text : words.notSaid
    case 'files':
      return keptFiles(value)
        .map(({ name }) => name)
        .join(', ')
    case 'choices':
      return isList(value) ? value.map(part => choiceText(item, words, part)).join(', ') : words.notSaid
    case 'choice':
    case 'person-choice':
    case 'bank-account':
      return choiceText(item, words, value)
    default:
      return isObject(value) || isList(value) ? nameText(value) : String(value)
  }
}

/** A person's name in the order in which it is said. */
export function nameText(value: Json): string {
  if (!isObject(value)) return value === null ? '' : String(value)
  return ['given', 'patronymic', 'family']
    .flatMap(part => (typeof value[part] === 'string' ? [value[part]] : []))
    .join(' ')
}

function choiceText(item: FieldState, words: FormWords, value: Json): string {
  const id = isObject(value) ? value.id : value
  const option = item.options?.find(candidate => candidate.id === String(id))
  if (option === undefined) return isObject(value) ? nameText(value) : words.answer(item, String(value))
  return isObject(option.about) ? words.option(item, option).text : words.answer(item, option.id)
}
