import { type Package, type Packages, textOf } from '@tereze/catalogue/contract'
import type { Language } from '@tereze/operation'
import type { HearingRules } from '../rules/hearing.ts'

/** The jurisdiction package that a service or organisation belongs to. */
export function jurisdictionOf(packages: Packages, id: string): Package {
  return packages.get('jurisdiction', id)
}

/** Ground of an act of a kind in the jurisdiction: the act and article. */
export function groundOfAct(jurisdiction: Package, kind: string): string | null {
  const file = jurisdiction.json.get('grounds.json') as
    | { acts?: readonly { kind: string; ground: string }[] }
    | undefined
  return file?.acts?.find(act => act.kind === kind)?.ground ?? null
}

/** What a jurisdiction calls acts of a kind; null when it names no such kind. */
export function titleOfAct(jurisdiction: Package, kind: string): Record<Language, string> | null {
  const file = jurisdiction.json.get('grounds.json') as
    | { acts?: readonly { kind: string; title: string }[] }
    | undefined
  const key = file?.acts?.find(act => act.kind === kind)?.title.replace(/^message:/, '')
  return key === undefined ? null : textOf(jurisdiction, key)
}

/** Languages in which results are authentic. */
export function authenticLanguages(jurisdiction: Package): ('en' | 'ru' | 'kk')[] {
  const card = jurisdiction.json.get('jurisdiction.json') as { authentic?: ('en' | 'ru' | 'kk')[] } | undefined
  return card?.authentic ?? ['en']
}

/** When the law of a jurisdiction wants the applicant to be heard before a decision; null where it does not. */
export function hearingRules(jurisdiction: Package): HearingRules | null {
  const card = jurisdiction.json.get('jurisdiction.json') as { hearing?: HearingRules } | undefined
  return card?.hearing ?? null
}
