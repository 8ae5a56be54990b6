import { type AnomalyRules, compileRules } from '@tereze/anomaly-rules'
import type { Package, PackageProblem, PackageSupport, Packages } from '@tereze/catalogue/contract'
import { rulesFile } from './published-rules.ts'

type Found = Pick<PackageProblem, 'pointer' | 'code' | 'params'>

/** What is wrong with rules beyond their form: conditions that are no FEEL or name what there is not, missing words, a service that there is not. */
export function findRuleProblems(pack: Pick<Package, 'json' | 'messages'>, all: Pick<Packages, 'find'>): Found[] {
  const file = pack.json.get(rulesFile) as unknown as AnomalyRules | undefined
  if (file === undefined) return []
  const made = compileRules(file)
  const service = file.incidents?.replace(/^service:/, '')
  const ofReview = file.review === undefined ? [] : [{ at: '/review', words: file.review }]
  const ofWitness = file.witness === undefined ? [] : [{ at: '/witness', words: file.witness }]
  const ofLeaks = file.leaks === undefined ? [] : [{ at: '/leaks', words: file.leaks }]
  const spoken = [
    ...ofReview,
    ...ofWitness,
    ...ofLeaks,
    ...file.rules.map((words, index) => ({ at: `/rules/${index}`, words })),
  ]
  const said = spoken.flatMap(({ at, words: { title, why } }) => [
    { pointer: `${at}/title`, key: title.replace(/^message:/, '') },
    { pointer: `${at}/why`, key: why.replace(/^message:/, '') },
  ])
  return [
    ...('problems' in made ? made.problems : []).map(({ pointer, problem, detail }) => ({
      pointer,
      code: `package.vigilance-${problem}`,
      params: { detail },
    })),
    ...said
      .filter(({ key }) => !pack.messages.has(key))
      .map(({ pointer, key }) => ({ pointer, code: 'package.message-unknown', params: { key } })),
    ...(service !== undefined && all.find('service', service) === null
      ? [{ pointer: '/incidents', code: 'package.reference-unknown', params: { reference: `service:${service}` } }]
      : []),
  ]
}

/** Rules are published only whole: conditions that can be computed, words, and the service that judges. */
export const vigilancePackages: PackageSupport = {
  kind: 'vigilance',
  check: async (pack, all) =>
    findRuleProblems(pack, all).map(found => ({
      package: 'vigilance:vigilance',
      file: `vigilance/${rulesFile}`,
      ...found,
    })),
  activate: async () => undefined,
}
