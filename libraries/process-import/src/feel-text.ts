import { translateForeignExpression } from '@tereze/bpmn'

const pieces = /"(?:[^"\\]|\\.)*"|([.]\s*)?([\p{L}_][\p{L}\p{N}_]*)/gu

/** FEEL with its names changed; text in quotes stays. `change` is told whether the name is a member (`a.name`). */
export function changeNames(feel: string, change: (name: string, member: boolean) => string): string {
  return feel.replace(pieces, (whole: string, dot: string | undefined, name: string | undefined) =>
    name === undefined ? whole : `${dot ?? ''}${change(name, dot !== undefined)}`,
  )
}

/** Text as a literal of FEEL. */
export function literal(text: string): string {
  return JSON.stringify(text)
}

/** A text of Camunda 7, literal or with `${…}`, as FEEL; undefined when it is outside of the translated subset. */
export function feelOfForeign(text: string): string | undefined {
  if (!/[$#]\{/.test(text)) return literal(text)
  const value = translateForeignExpression(text)
  if (value === undefined) return undefined
  return 'feel' in value ? value.feel : literal(value.text)
}

/**
 * The words that a text of Camunda 7 (`a,b`) or of Camunda 8 (`a,b`, `="a"`, `=["a", "b"]`) names; undefined when it is
 * computed at run time.
 */
export function literalsOf(text: string): readonly string[] | undefined {
  if (/[$#]\{/.test(text)) return undefined
  if (!text.startsWith('='))
    return text
      .split(',')
      .map(word => word.trim())
      .filter(word => word !== '')
  try {
    const value: unknown = JSON.parse(text.slice(1))
    const list = Array.isArray(value) ? value : [value]
    return list.every(word => typeof word === 'string') ? list : undefined
  } catch {
    return undefined
  }
}
