import type { listAccessKinds } from '@tereze/audit/contract'
import { getOrganisation, type Packages, textOf } from '@tereze/catalogue/contract'
import type { OutputOf, Text } from '@tereze/operation'
import { groundText, organisationName } from './look.ts'

/** Something to narrow a list by. */
export interface Choice {
  readonly value: string
  readonly text: Text
}

function factText(all: Packages, fact: string): Text | null {
  const [kind = '', named = ''] = fact.split(':')
  const [id = '', version] = named.split('@')
  const pack = kind === 'register' || kind === 'contract' ? all.find(kind, id, version) : null
  return pack === null ? null : { ...textOf(pack, 'title') }
}

function worded(values: readonly string[], textFor: (value: string) => Text | null): Choice[] {
  return values.flatMap(value => {
    const text = textFor(value)
    return text === null ? [] : [{ value, text }]
  })
}

/** What the access log can be narrowed by, in words; what has no words is no choice. */
export function viewChoices(
  all: Packages,
  { who, purposes, grounds, facts }: OutputOf<typeof listAccessKinds>,
): { who: Choice[]; purpose: Choice[]; ground: Choice[]; fact: Choice[] } {
  const { jurisdiction } = getOrganisation(all, 'platform')
  const words = all.find('jurisdiction', jurisdiction)
  const purposeText = (purpose: string) => {
    const key = `classifier.purposes.${purpose}`
    return words?.messages.has(key) ? { ...textOf(words, key) } : null
  }
  return {
    who: worded(who, id => organisationName(all, id)),
    purpose: worded(purposes, purposeText),
    ground: worded(grounds, ground => groundText(all, jurisdiction, ground)),
    fact: worded(facts, fact => factText(all, fact)),
  }
}
