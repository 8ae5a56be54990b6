import { dateSimilarity, identifierSimilarity, textSimilarity } from './similarity.ts'
import { patronymicKey, spellingKey } from './spelling-key.ts'

/** A person's name in parts, in any of the spellings. */
export interface Name {
  readonly family: string
  readonly given: string
  readonly patronymic?: string
}

/** What two records are compared by. A person's name or a title may stand in several spellings; one that agrees is enough. */
export type Feature =
  | { readonly id: string; readonly as: 'person-name'; readonly values: readonly Name[] }
  | { readonly id: string; readonly as: 'title' | 'date' | 'identifier' | 'exact'; readonly values: readonly string[] }

/** How far one feature speaks for one and the same: −1 against, 0 says nothing, 1 for. */
export interface Evidence {
  readonly id: string
  readonly as: Feature['as']
  /** How alike the values are, 0 to 1. */
  readonly similarity: number
}

/** Whether two records are about the same: 0 to 1, and why. */
export interface Match {
  readonly score: number
  readonly evidence: readonly Evidence[]
}

/**
 * Weight of agreement and of disagreement of each kind, as bits of evidence: that two people bear one number says more
 * than that they are of one sex, and that they are of two sexes says more than that their numbers differ (one may be wrong).
 */
const weights: Readonly<Record<Feature['as'], { readonly agree: number; readonly disagree: number }>> = {
  'person-name': { agree: 7, disagree: 6 },
  title: { agree: 8, disagree: 6 },
  date: { agree: 5, disagree: 4 },
  identifier: { agree: 9, disagree: 3 },
  exact: { agree: 1, disagree: 4 },
}

/** Below this likeness a feature speaks against. */
const neutral: Readonly<Record<Feature['as'], number>> = {
  'person-name': 0.8,
  title: 0.8,
  date: 0.5,
  identifier: 0.5,
  exact: 0.5,
}

function best<V>(a: readonly V[], b: readonly V[], similarity: (left: V, right: V) => number): number {
  let most = 0
  for (const left of a) for (const right of b) most = Math.max(most, similarity(left, right))
  return most
}

/** How alike two persons' names are: family and given name each in any spelling, also in the wrong order; patronymics where both have one. */
export function nameSimilarity(a: Name, b: Name): number {
  const [left, right] = [keysOf(a), keysOf(b)]
  const straight = (textSimilarity(left.family, right.family) + textSimilarity(left.given, right.given)) / 2
  const crossed = (textSimilarity(left.family, right.given) + textSimilarity(left.given, right.family)) / 2
  const names = Math.max(straight, crossed * 0.95)
  if (left.patronymic === '' || right.patronymic === '') return names
  return names * 0.8 + textSimilarity(left.patronymic, right.patronymic) * 0.2
}

/** A name as it is compared. */
export function keysOf({ family, given, patronymic }: Name): { family: string; given: string; patronymic: string } {
  return {
    family: spellingKey(family),
    given: spellingKey(given),
    patronymic: patronymic === undefined ? '' : patronymicKey(patronymic),
  }
}

function similarityOf(a: Feature, b: Feature): number {
  if (a.as === 'person-name' || b.as === 'person-name')
    return a.as === b.as ? best(a.values as readonly Name[], b.values as readonly Name[], nameSimilarity) : 0
  switch (a.as) {
    case 'title':
      return best(a.values, b.values, (left, right) => textSimilarity(titleKey(left), titleKey(right)))
    case 'date':
      return best(a.values, b.values, dateSimilarity)
    case 'identifier':
      return best(a.values, b.values, identifierSimilarity)
    default:
      return best(a.values, b.values, (left, right) => (left === right ? 1 : 0))
  }
}

/** A title as it is compared: its words in the order of the alphabet, so that their order does not count. */
export function titleKey(text: string): string {
  return spellingKey(text).split(' ').sort().join(' ')
}

/**
 * Compares two records by the features that both have. The score is the share of the evidence for among all evidence that
 * these features could give; without any it is 0. Symmetric; 1 exactly when all agree.
 */
export function match(a: readonly Feature[], b: readonly Feature[]): Match {
  const evidence: Evidence[] = []
  let [found, possible] = [0, 0]
  for (const left of a) {
    const right = b.find(({ id, as }) => id === left.id && as === left.as)
    if (right === undefined || left.values.length === 0 || right.values.length === 0) continue
    const similarity = similarityOf(left, right)
    evidence.push({ id: left.id, as: left.as, similarity })
    const { agree, disagree } = weights[left.as]
    const zero = neutral[left.as]
    possible += agree
    found += similarity >= zero ? (agree * (similarity - zero)) / (1 - zero) : (-disagree * (zero - similarity)) / zero
  }
  return { score: possible === 0 ? 0 : Math.max(0, Math.min(1, found / possible)), evidence }
}
