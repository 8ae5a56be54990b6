import { createMessages } from '@tereze/messages'
import { isObject } from '@tereze/regulation'
import { formatDate, formatInstant, formatMoney, type Language } from '@tereze/ui-components'
import type { SayNotice } from './say-notice.ts'

/** How a value of a notice is written: by itself, or as its head says. */
function kindOf(value: unknown): string {
  return isObject(value) && typeof value.as === 'string' ? value.as : 'text'
}

const day = '2026-03-02'

function sampleOf(name: string, kind: string, language: Language, say: SayNotice): string {
  switch (kind) {
    case 'money':
      return formatMoney({ amount: '120000.00', currency: 'DMD' }, language)
    case 'date':
      return formatDate(day, language)
    case 'instant':
      return formatInstant(`${day}T09:30:00Z`, language, 'UTC')
    case 'number':
      return '3'
    case 'name':
    case 'person':
      return say('sample.name')
    case 'account':
      return 'DMD-••••-1000'
    default:
      return `[${name}]`
  }
}

/** Values with which a notice is shown before there is any case: each in the form in which it will be written. */
export function sampleValues(head: unknown, language: Language, say: SayNotice): Readonly<Record<string, string>> {
  const values = isObject(head) && isObject(head.values) ? head.values : {}
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, sampleOf(name, kindOf(value), language, say)]),
  )
}

/** A text with values put in; null where it cannot be read. */
export function filled(text: string, language: Language, values: Readonly<Record<string, string>>): string | null {
  try {
    const messages = createMessages([{ en: { text }, ru: { text }, kk: { text } }])
    return messages.text('text', language, values)
  } catch {
    return null
  }
}

/** Names in braces that a text uses. */
export function namesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name = '']) => name))]
}
