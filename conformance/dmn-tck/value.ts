import {
  type FeelNumber,
  type FeelValue,
  newContext,
  parseDate,
  parseDateTime,
  parseDuration,
  parseNumeral,
  parseTime,
} from '@tereze/feel'
import type { XmlNode } from './xml.ts'

/** The value that an `inputNode`, `expected`, `component` or `item` states; null also when it states none. */
export function statedValue(node: XmlNode): FeelValue {
  if (isNil(node)) return null
  const list = node.children.find(child => child.name === 'list')
  if (list !== undefined)
    return isNil(list) ? null : list.children.filter(child => child.name === 'item').map(statedValue)
  const components = node.children.filter(child => child.name === 'component')
  if (components.length > 0) {
    const context = newContext()
    for (const component of components) context[component.attributes.name ?? ''] = statedValue(component)
    return context
  }
  const value = node.children.find(child => child.name === 'value')
  return value === undefined || isNil(value) ? null : scalar(value)
}

function isNil(node: XmlNode): boolean {
  return node.attributes['xsi:nil'] === 'true' || node.attributes.nil === 'true'
}

function scalar(node: XmlNode): FeelValue {
  const type = (node.attributes['xsi:type'] ?? node.attributes.type ?? '').replace(/^.*:/, '')
  const { text } = node
  switch (type) {
    case 'string':
      return text
    case 'boolean':
      return text.trim() === 'true'
    case 'decimal':
    case 'double':
    case 'float':
    case 'int':
    case 'integer':
    case 'long':
      return number(text.trim())
    case 'date':
      return parseDate(text.trim())
    case 'time':
      return parseTime(text.trim())
    case 'dateTime':
      return parseDateTime(text.trim())
    case 'duration':
    case 'dayTimeDuration':
    case 'yearMonthDuration':
      return parseDuration(text.trim())
    default:
      return guess(text)
  }
}

function number(text: string): FeelNumber | null {
  return parseNumeral(text.replace(/^\+/, ''))
}

/** A value without a type: what its text looks like. */
function guess(text: string): FeelValue {
  const trimmed = text.trim()
  if (trimmed === 'true' || trimmed === 'false') return trimmed === 'true'
  return (
    number(trimmed) ??
    parseDate(trimmed) ??
    parseDateTime(trimmed) ??
    parseTime(trimmed) ??
    parseDuration(trimmed) ??
    text
  )
}
