import type { OutputOf } from '@tereze/operation'
import type { getOwnProfile } from '@tereze/profile/contract'
import { factValue } from './fact-value.ts'
import type { Ui } from './ui.ts'

type Group = OutputOf<typeof getOwnProfile>['groups'][number]

/** The facts in which all words are found, as they are read: in the name of the register or field, the value, or the keeper. */
export function findInProfile(groups: readonly Group[], words: string, ui: Ui): readonly Group[] {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
  if (wanted.length === 0) return groups
  return groups.flatMap(group => {
    const facts = group.facts.filter(fact => {
      const said = [ui.say(group.title), ui.say(fact.label), ui.say(fact.source), factValue(fact.value, fact.as, ui)]
      const text = said.join(' ').toLowerCase()
      return wanted.every(word => text.includes(word))
    })
    return facts.length === 0 ? [] : [{ ...group, facts }]
  })
}
