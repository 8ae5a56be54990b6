import { type PolicyReport, testPolicy } from '@tereze/access-policy'
import type { ContentPlace } from '../content-folder.ts'
import { readPolicy } from './published-policy.ts'

/**
 * Asks the access policy of a content folder what its cases ask; null where a place has none of them: it lies elsewhere, or the
 * folder has no policy.
 */
export async function testAccess({ root, within }: ContentPlace): Promise<PolicyReport | null> {
  const isChosen = within === '' || within === 'access' || within.startsWith('access/')
  const found = isChosen ? await readPolicy(root) : null
  if (found === null) return null
  const { policy, cases } = found
  // What no case shows is asked of all of them, also where one file alone was chosen: then only its own differences count.
  const chosen = cases.filter(({ file }) => within === '' || within === 'access' || file.startsWith(within))
  const report = testPolicy(
    policy,
    chosen.map(one => one.cases),
  )
  return chosen.length === cases.length ? report : { ...report, gaps: [] }
}

/** What came of the cases of a policy, for people: each difference, each thing that no case shows. */
export function describeAccess({ asked, differences, gaps }: PolicyReport): string[] {
  return [
    ...differences.map(
      ({ shows, question, expected, got }) =>
        `✗ access policy: ${shows}\n    ${question}: expected ${expected}, got ${got}`,
    ),
    ...gaps.map(({ rule, never }) => `✗ access policy: no case shows of ${rule}: ${never}`),
    `access policy: ${asked} questions asked`,
  ]
}
