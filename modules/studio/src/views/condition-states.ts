import { packageDesk, packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import type { ConditionState, GateCondition } from '../contract/index.ts'
import { aroundOf } from '../rules/around-of.ts'
import { isCertified, whyUntold } from '../rules/decide-tested.ts'
import { sourceOf } from '../rules/package-files.ts'
import { problemsOf } from '../rules/problems-of.ts'
import { countRegulationProblems } from '../rules/regulation-problems.ts'
import { findNewestDraft } from '../store/drafts.ts'
import { listHypotheses } from '../store/hypotheses.ts'
import type { WorkRow } from '../store/works.ts'
import { filesOfDraft } from './draft-files.ts'
import { testingOf } from './testing-of.ts'

/** What the platform knows of some conditions of a work now; what none of them needs is not looked at. */
export async function conditionStates(
  context: Context,
  organisation: string,
  row: WorkRow,
  wanted: readonly GateCondition[],
): Promise<ConditionState[]> {
  const { tx, port } = context
  const needs = (...some: GateCondition[]) => some.some(one => wanted.includes(one))
  const draft = await findNewestDraft(tx, organisation, row.kind, row.package)
  const hypotheses = needs('hypothesis-set', 'hypotheses-measured')
    ? await listHypotheses(tx, organisation, row.id)
    : []
  const unmeasured = hypotheses.filter(({ measured }) => measured === null).length

  async function faults(): Promise<{ all: number; regulation: number }> {
    if (draft === null) return { all: 0, regulation: 0 }
    const desk = port(packageDesk)
    const files = await filesOfDraft(tx, organisation, draft.id)
    const version = draft.baseVersion ?? '1.0.0'
    const source = sourceOf({ kind: draft.kind, package: draft.package, version }, files, desk.hashOf)
    const found = problemsOf(source, await desk.check(source))
    return {
      all: found.filter(({ weight }) => weight === 'fault').length,
      regulation: countRegulationProblems(draft.kind, files, found, aroundOf(port(packages))),
    }
  }
  const wrong = needs('package-sound', 'regulation-sound') ? await faults() : { all: 0, regulation: 0 }
  const testing =
    draft !== null && needs('stories-passed', 'certificate-given')
      ? await testingOf(context, organisation, draft, await filesOfDraft(tx, organisation, draft.id))
      : null
  const answers: Readonly<Record<GateCondition, () => Promise<readonly [met: boolean, count: number]>>> = {
    'hypothesis-set': async () => [hypotheses.length > 0, 0],
    'hypotheses-measured': async () => [hypotheses.length > 0 && unmeasured === 0, unmeasured],
    'draft-begun': async () => [draft !== null, 0],
    'package-sound': async () => [draft !== null && wrong.all === 0, wrong.all],
    'regulation-sound': async () => [draft !== null && wrong.regulation === 0, wrong.regulation],
    'stories-passed': async () => [testing !== null && whyUntold(row.kind, testing) === null, 0],
    'certificate-given': async () => [testing !== null && isCertified(testing), 0],
    published: async () => [row.publishedVersion !== null, 0],
  }
  const states: ConditionState[] = []
  for (const condition of wanted) {
    const [met, count] = await answers[condition]()
    states.push({ condition, met, count, draft: draft?.id ?? null })
  }
  return states
}
