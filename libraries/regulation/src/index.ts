export {
  type AroundRegulations,
  aroundRegulations,
  isActOfJoining,
  regulationSource,
  templatesIn,
  titlesFrom,
} from './around/around-regulations.ts'
export { type ContentSource, type PackageFiles, readSource } from './around/source.ts'
export { surroundingsOf } from './around/surroundings-of.ts'
export { titlesOf } from './around/titles-of.ts'
export { checkDraft } from './check/check-draft.ts'
export { type Checked, checkRegulation, checkRegulationShape } from './check/check-regulation.ts'
export { compareRegulations, type Difference, describeDifferences } from './compare/compare-regulations.ts'
export { actFromJoined, mayDiffer } from './edit/act-from-joined.ts'
export { blankOf, blankRegulation } from './edit/blank.ts'
export { addAt, changeAt, moveAt } from './edit/change-at.ts'
export { type Member, type Part, partAt, partBelow, regulationPart } from './edit/describe-member.ts'
export { fittingMembers, withKind } from './edit/fitting-members.ts'
export { ActOfJoining, type Criterion, DigitalRegulation } from './format/digital-regulation.ts'
export type { Need } from './format/needs.ts'
export type { Words } from './format/parts.ts'
export type { Result } from './format/results.ts'
export { type Files, type Generated, generatePackage } from './generate/generate-package.ts'
export { writeJson } from './generate/write-json.ts'
export { type Joined, joinRegulation } from './join.ts'
export { earliestForce } from './life-cycle/decide-force.ts'
export { decideStep, type Moment, stepsFor } from './life-cycle/decide-step.ts'
export {
  beginLife,
  disagreementsOf,
  type LifeCycle,
  type Remark,
  type Stage,
  type Who,
} from './life-cycle/life-cycle.ts'
export { describeRefusal, stageText } from './life-cycle/life-words.ts'
export { RuleMaking, ruleMakingFile, ruleMakingIn, ruleMakingOf } from './life-cycle/rule-making.ts'
export { type RefusalCode, refusalCodes, type Step, type StepDecided, type StepRefused } from './life-cycle/step.ts'
export { type Turn, type TurnKind, turnKinds, turnsOf } from './life-cycle/turns-of.ts'
export { below, isObject, readAt, stepsOf } from './places.ts'
export { readerFor, surroundingNames } from './plan.ts'
export { legalPages, type PageBlock } from './print/legal-pages.ts'
export {
  type Block,
  legalText,
  plainText,
  type Structure,
  structureOf,
  type Titles,
  termText,
} from './print/legal-text.ts'
export { describeProblem, type RegulationCode, type RegulationProblem } from './problem.ts'
export type { Change, Conflict } from './regenerate/merge.ts'
export { type Decided, type FileOutcome, type Regenerated, recordFile, regenerate } from './regenerate/regenerate.ts'
export { type Resolved, resolveRegulation } from './resolve.ts'
export type * from './surroundings.ts'
export { type Choosable, type TriedOut, tryOut } from './try-out/try-out.ts'
export { type BaseUpgrade, type CarriedChange, compareBases, upgradeBase } from './upgrade/upgrade-base.ts'
