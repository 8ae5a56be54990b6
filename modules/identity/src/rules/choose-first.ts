import type { DemoIdentity } from '../ports/demo-sign-in.ts'

/** Officials of the story: the first of each role in each organisation, and their colleagues. */
export function chooseFirst(officials: readonly DemoIdentity[]): {
  readonly first: readonly DemoIdentity[]
  readonly others: readonly DemoIdentity[]
} {
  const seen = new Set<string>()
  const isFirst = ({ organisation, about }: DemoIdentity) => {
    const post = `${organisation} ${about}`
    if (seen.has(post)) return false
    seen.add(post)
    return true
  }
  const first = officials.filter(isFirst)
  return { first, others: officials.filter(official => !first.includes(official)) }
}
