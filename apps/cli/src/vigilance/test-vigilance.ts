import { type AnomalyRules, compileRules, type RuleCases, type RuleReport, testRules } from '@tereze/anomaly-rules'
import { PackageUnreadable, readContent } from '@tereze/catalogue'
import { NotPossible } from '../command.ts'
import type { ContentPlace } from '../content-folder.ts'

function parse<T>(file: string, text: string | undefined): T {
  try {
    return JSON.parse(text ?? '') as T
  } catch (error) {
    throw new PackageUnreadable(file, error instanceof Error ? error.message : 'not JSON')
  }
}

/**
 * Lets the rules of vigilance of a content folder judge their cases; null where a place has none of them: it lies elsewhere, or the
 * folder has no rules.
 * @throws PackageUnreadable naming the file that is not JSON.
 * @throws NotPossible when a rule has a mistake.
 */
export async function testVigilance({ root, within }: ContentPlace): Promise<RuleReport | null> {
  const isChosen = within === '' || within === 'vigilance' || within.startsWith('vigilance/')
  const pack = isChosen ? (await readContent(root)).find(({ kind }) => kind === 'vigilance') : undefined
  if (pack === undefined) return null
  const { files, folder } = pack
  const made = compileRules(parse<AnomalyRules>(`${folder}/vigilance.json`, files['vigilance.json']))
  if ('problems' in made) {
    const [first] = made.problems
    throw new NotPossible(
      `${folder}/vigilance.json#${first?.pointer}: ${first?.problem}`,
      'Run: tereze check content/vigilance',
    )
  }
  const all = Object.entries(files).filter(([path]) => path.endsWith('.vigilance-case.json'))
  const chosen = all.filter(([path]) => within === '' || within === folder || `${folder}/${path}`.startsWith(within))
  const report = testRules(
    made.rules,
    chosen.map(([path, text]) => parse<RuleCases>(`${folder}/${path}`, text)),
  )
  // What no case shows is asked of all of them, also where one file alone was chosen.
  return chosen.length === all.length ? report : { ...report, gaps: [] }
}

/** What came of the cases of the rules, for people. */
export function describeVigilance({ asked, differences, gaps }: RuleReport): string[] {
  return [
    ...differences.map(({ shows, expected, got }) => `✗ vigilance: ${shows}\n    expected ${expected}, got ${got}`),
    ...gaps.map(({ rule, never }) => `✗ vigilance: no case shows of ${rule}: ${never}`),
    `vigilance: ${asked} cases told`,
  ]
}
