import { type AnomalyRules, type CompiledRules, compileRules } from '@tereze/anomaly-rules'
import { type Package, type Packages, textOf } from '@tereze/catalogue/contract'
import type { Text } from '@tereze/operation'

/** Where the rules lie in their package. */
export const rulesFile = 'vigilance.json'

/** The rule under which an emergency that is not reviewed in time becomes an incident. */
export const reviewRule = 'emergency-unreviewed'

/** The rule under which a witness that doubts a log of the organisation is an incident. */
export const witnessRule = 'log-doubted'
/** The rule under which a clock that is about to run out after a leak becomes an incident. */
export const leakRule = 'leak-duty'

/** The rules as published, made ready, with their words. */
export interface PublishedRules {
  readonly file: AnomalyRules
  readonly compiled: CompiledRules
  /** Name of a rule and why it matters; the id where the rule is no more. */
  wordsOf(rule: string): { readonly title: Text; readonly why: Text }
}

const ready = new WeakMap<Package, PublishedRules>()

function read(pack: Package): PublishedRules {
  const file = pack.json.get(rulesFile) as unknown as AnomalyRules
  const made = compileRules(file)
  if ('problems' in made) throw new Error(`rules with mistakes are published: ${JSON.stringify(made.problems)}`)
  const text = (key: string): Text => ({ ...textOf(pack, key.replace(/^message:/, '')) })
  return {
    file,
    compiled: made.rules,
    wordsOf(rule) {
      const beside = new Map([
        [reviewRule, file.review],
        [witnessRule, file.witness],
        [leakRule, file.leaks],
      ])
      const found = beside.get(rule) ?? file.rules.find(({ id }) => id === rule)
      const nothing = { en: rule, ru: rule, kk: rule }
      return found === undefined ? { title: nothing, why: nothing } : { title: text(found.title), why: text(found.why) }
    },
  }
}

/** The rules of this installation; null when it has none. */
export function publishedRules(packages: Packages): PublishedRules | null {
  const [pack] = packages.list('vigilance')
  if (pack === undefined) return null
  const known = ready.get(pack) ?? read(pack)
  ready.set(pack, known)
  return known
}

/** The service of which incidents become cases; null where they are shown only. */
export function incidentService(packages: Packages): string | null {
  return publishedRules(packages)?.file.incidents?.replace(/^service:/, '') ?? null
}
