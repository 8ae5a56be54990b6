import { principalOf } from '@tereze/operation'
import { isDenied, isDone, type TellLine } from './told-line.ts'

/** In the header of CEF the bar and the backslash are escaped, and there are no line breaks. */
const inHeader = (text: string) =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replaceAll(/[\r\n]+/g, ' ')

/** In a value of the extension the equals sign and the backslash are escaped, and line breaks are written as letters. */
const inValue = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll('=', '\\=').replaceAll('\r', '\\r').replaceAll('\n', '\\n')

/** The longest value that CEF allows for its custom strings. */
const longest = 4000
const within = (words: readonly string[]) => {
  let text = ''
  for (const word of words) {
    if (text.length + word.length + 1 > longest) return `${text} …`
    text = text === '' ? word : `${text} ${word}`
  }
  return text
}

/** Severities of CEF go from 0 to 10. */
const severities = { done: 2, impossible: 4, denied: 6 }

/**
 * A line of the audit log as one event of the Common Event Format, version 0. Its place in the log is `cn2`, so that a receiver knows
 * where to go on; the id stands without its prefix, for CEF allows 40 characters.
 */
export const toCef: TellLine = ({ index, line }) => {
  const { id, tenant, time, actor, operation, purpose, ground, subjects, fields, outcome, correlation } = line
  const severity = isDone(line) ? severities.done : isDenied(line) ? severities.denied : severities.impossible
  const header = ['CEF:0', 'Tereze', 'Audit log', '1', operation, operation, String(severity)]
  const extension: readonly (readonly [string, string | null])[] = [
    ['rt', String(Date.parse(time))],
    ['externalId', id.replace(/^audit_/, '')],
    ['cat', purpose],
    ['act', operation],
    ['outcome', isDone(line) ? 'success' : 'failure'],
    ['reason', isDone(line) ? null : outcome],
    ['suid', actor.id],
    ['spriv', 'roles' in actor ? actor.roles.join(' ') : null],
    ['cs1Label', 'organisation'],
    ['cs1', tenant],
    ['cs2Label', 'ground'],
    ['cs2', ground],
    ['cs3Label', 'subjects'],
    ['cs3', within(subjects)],
    ['cs4Label', 'fields'],
    ['cs4', within(fields)],
    ['cs5Label', 'correlation'],
    ['cs5', correlation],
    ['cs6Label', 'onBehalfOf'],
    ['cs6', principalOf(actor)],
    ['cn1Label', 'subjects'],
    ['cn1', String(subjects.length)],
    ['cn2Label', 'place'],
    ['cn2', String(index)],
  ]
  const told = extension.filter(([key, value], place) => {
    const isLabel = key.endsWith('Label')
    const meant = isLabel ? extension[place + 1]?.[1] : value
    return meant !== null && meant !== undefined && meant !== ''
  })
  return `${header.map(inHeader).join('|')}|${told.map(([key, value]) => `${key}=${inValue(value ?? '')}`).join(' ')}`
}
