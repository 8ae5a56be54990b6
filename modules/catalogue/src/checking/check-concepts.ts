import { languages } from '@tereze/operation'
import type { PackageProblem } from '../contract/kinds.ts'
import type { Package, Packages } from '../contract/packages.ts'
import { declaredIn } from '../rules/concepts-of.ts'

/** Whether the words of a concept are there in every language. */
function hasWords(pack: Package, id: string): boolean {
  return ['name', 'definition'].every(word => languages.every(language => pack.messages.has(`${id}.${word}`, language)))
}

/** Holds the declarations of the meta-model together: each once, with words and owner, parts and registers that are there. */
export function checkConcepts(pack: Package, all: Packages): PackageProblem[] {
  if (pack.kind !== 'concept') return []
  const declared = declaredIn(pack)
  const ids = new Set(declared.map(({ concept }) => concept.id))
  const seen = new Set<string>()
  const organisations = all.find('organisation', 'organisations')
  const problems: PackageProblem[] = []
  for (const { concept, file, pointer } of declared) {
    const add = (place: string, code: string, params: PackageProblem['params']) =>
      problems.push({ package: `${pack.kind}:${pack.id}`, file, pointer: `${pointer}${place}`, code, params })
    const { id, owner, parts = {}, broader, register } = concept
    if (seen.has(id)) add('/id', 'package.concept-repeated', { concept: id })
    seen.add(id)
    if (!hasWords(pack, id)) add('/id', 'package.concept-words-missing', { concept: id })
    if (!organisations?.json.has(`${owner}.json`)) add('/owner', 'package.concept-owner-unknown', { owner })
    for (const [name, part] of Object.entries(parts))
      if (!ids.has(part)) add(`/parts/${name}`, 'package.concept-unknown', { concept: part })
    if (broader !== undefined && !ids.has(broader)) add('/broader', 'package.concept-unknown', { concept: broader })
    if (register !== undefined && all.find('register', register) === null)
      add('/register', 'package.reference-unknown', { register })
  }
  return problems
}
