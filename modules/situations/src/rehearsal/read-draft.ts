import type { Package } from '@tereze/catalogue/contract'
import { type Catalogues, createMessages } from '@tereze/messages'
import { type InputOf, type JsonObject, type Refused, refuse } from '@tereze/operation'
import { draftUnreadable, type rehearseSituation } from '../contract/rehearsal.ts'
import { type SituationDefinition, situationOf } from '../definition/situation.ts'

type Files = InputOf<typeof rehearseSituation>['files']
type Data = Readonly<Record<string, unknown>>

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function areObjects(value: unknown, ...texts: readonly string[]): boolean {
  return Array.isArray(value) && value.every(one => isObject(one) && texts.every(name => typeof one[name] === 'string'))
}

/** Whether a card says everything that a situation is followed by; what else is wrong with it the check of packages tells. */
function isWhole(card: unknown): card is JsonObject {
  if (!isObject(card)) return false
  const { trigger, ends } = card as { trigger: Data; ends: Data }
  return (
    isObject(trigger) &&
    typeof trigger.when === 'string' &&
    isObject(trigger.record) &&
    typeof (trigger.record as Data).contract === 'string' &&
    isObject(ends) &&
    typeof ends.when === 'string' &&
    typeof card.key === 'string' &&
    areObjects(card.people, 'id', 'person') &&
    areObjects(card.moments, 'id', 'when') &&
    areObjects(card.steps, 'id', 'text', 'by') &&
    areObjects(card.services, 'service', 'starts', 'at', 'for', 'when', 'why') &&
    (card.services as readonly Data[]).every(
      ({ data, decision }) => isObject(data) && (decision === undefined || isObject(decision)),
    ) &&
    (card.known === undefined || areObjects(card.known, 'label', 'value', 'as'))
  )
}

/** A draft as the definition that the platform would follow once it is published; a refusal that names the file which cannot be read. */
export function readDraft(files: Files): SituationDefinition | Refused<'situations.draft-unreadable'> {
  const no = (file: string) => refuse(draftUnreadable, { pointer: '/files', params: { file } })
  const card = parsed(files.situation)
  if (!isWhole(card)) return no('situation.json')
  const sources = parsed(files.sources)
  if (!areObjects(sources, 'id', 'contract')) return no('sources.json')
  const words: Record<string, Data> = {}
  for (const language of ['en', 'ru', 'kk'] as const) {
    const texts = parsed(files.words[language])
    if (!isObject(texts)) return no(`messages/${language}.json`)
    words[language] = texts
  }
  const pack: Package = {
    kind: 'situation',
    id: String(card.id),
    version: String(card.version),
    hash: '',
    json: new Map([
      ['situation.json', card],
      ['sources.json', sources as unknown as JsonObject],
    ]),
    text: new Map(),
    messages: createMessages([words as unknown as Catalogues]),
  }
  return situationOf(pack)
}
