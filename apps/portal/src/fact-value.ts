import type { SpokenText, Ui } from './ui.ts'

/** A fact's value in words, by its kind (`money`, `date`, `instant`, `name`, `text` …); null is “not said”. */
export function factValue(value: unknown, as: string, ui: Ui): string {
  if (value === null || value === undefined || value === '') return ui.t('form.not-said')
  if (Array.isArray(value)) return value.map(part => factValue(part, as, ui)).join(', ')
  if (typeof value === 'boolean') return ui.t(value ? 'form.yes' : 'form.no')
  if (typeof value === 'string') {
    if (as === 'date' || /^\d{4}-\d{2}-\d{2}$/.test(value)) return ui.date(value)
    if (as === 'instant' || /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(value)) return ui.instant(value)
    return value
  }
  if (typeof value !== 'object') return String(value)
  const parts = value as Readonly<Record<string, unknown>>
  if (isSpoken(parts)) return ui.say(parts)
  if (typeof parts.amount === 'string' && typeof parts.currency === 'string') {
    return ui.money({ amount: parts.amount, currency: parts.currency })
  }
  if (typeof parts.given === 'string') return personName(parts)
  for (const name of ['name', 'title', 'text', 'masked']) {
    if (parts[name] !== undefined) return factValue(parts[name], 'text', ui)
  }
  return ui.t('form.not-said')
}

/** A name in the order in which it is said. */
export function personName(name: Readonly<Record<string, unknown>>): string {
  return ['given', 'patronymic', 'family']
    .flatMap(part => (typeof name[part] === 'string' ? [name[part]] : []))
    .join(' ')
}

function isSpoken(value: unknown): value is SpokenText {
  const text = value as Partial<Record<string, unknown>>
  return typeof text.en === 'string' && typeof text.ru === 'string' && typeof text.kk === 'string'
}

/** False for what says nothing to a reader: no value, or the bare id of another record. */
export function isReadable(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false
  if (Array.isArray(value)) return value.some(isReadable)
  return (
    typeof value !== 'string' ||
    !/^[a-z][a-z0-9-]*_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value)
  )
}
