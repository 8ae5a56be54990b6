import type { Language } from '@tereze/operation'
import { word } from '../problem.ts'
import type { Stage } from './life-cycle.ts'
import type { StepRefused } from './step.ts'

/** What a stage is called. */
export function stageText(stage: Stage, language: Language): string {
  return word(`life.stage.${stage}`, language)
}

/** Why a step was refused, and the way out. */
export function describeRefusal(
  { code, params }: StepRefused,
  language: Language,
): { readonly wrong: string; readonly remedy: string } {
  return {
    wrong: word(`life.refusal.${code}`, language, params),
    remedy: word(`life.remedy.${code}`, language, params),
  }
}
