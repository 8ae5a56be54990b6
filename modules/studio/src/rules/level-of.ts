import { parseProcess } from '@tereze/bpmn'
import type { ServiceLevel } from '../contract/index.ts'
import { jsonOf } from './package-files.ts'

type Files = ReadonlyMap<string, string>

/** Ways to apply and to be served for which nobody has to come. */
const withoutVisit: ReadonlySet<unknown> = new Set(['portal', 'call', 'api', 'bank-app', 'sms'])

/** How often the questions of a form ask for files. */
function filesAsked(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + filesAsked(one), 0)
  if (typeof value !== 'object' || value === null) return 0
  const own = 'as' in value && value.as === 'files' ? 1 : 0
  return Object.values(value).reduce((sum: number, one) => sum + filesAsked(one), own)
}

/** Steps of a process that somebody other than the applicant does. */
async function stepsOfOfficials(xml: string): Promise<number | null> {
  const read = await parseProcess(xml)
  if (!read.ok) return null
  return read.processes
    .flatMap(({ nodes }) => Object.values(nodes))
    .filter(({ type, attributes }) => type === 'user-task' && (attributes.role ?? 'applicant') !== 'applicant').length
}

/** The standard process that a service names; null where it has one of its own, or names none. */
export function processNamed(files: Files): string | null {
  const { process } = jsonOf(files, 'service.json')
  if (files.has('process.bpmn') || typeof process !== 'string' || process === 'own') return null
  return process.replace(/@.*$/, '')
}

/**
 * What a service asks of people, by its files: times they have to come at least, documents that its application asks them for, steps of
 * its process that officials do. Null where it says too little of itself, or its process cannot be read.
 * @param shared the process that it shares with others, where it names one.
 */
export async function levelOf(files: Files, shared: string | null): Promise<ServiceLevel | null> {
  const { channels, form } = jsonOf(files, 'service.json')
  const process = files.get('process.bpmn') ?? shared
  if (!Array.isArray(channels) || process === null) return null
  const humanSteps = await stepsOfOfficials(process)
  if (humanSteps === null) return null
  const visits = channels.some(channel => withoutVisit.has(channel)) ? 0 : 1
  const papers = typeof form === 'string' ? filesAsked(jsonOf(files, `forms/${form}.form.json`)) : 0
  return { visits, papers, humanSteps }
}
