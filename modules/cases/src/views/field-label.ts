import type { Text } from '@tereze/operation'
import type { CaseRun } from '../engine/case-run.ts'
import { findText, sameText, wordPackages } from './words.ts'

/** The label of a field of the case's data in the words of its packages. */
export function fieldLabel(run: CaseRun, pointer: string): Text {
  const path = pointer.slice(1).replaceAll('/', '.')
  return findText(wordPackages(run.packages, run.service), `field.${path}`) ?? sameText(path)
}
