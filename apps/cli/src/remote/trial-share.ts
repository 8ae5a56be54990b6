import { UsageWrong } from '../command.ts'

/** Percent of new cases for a trial, 1 to 50. @throws UsageWrong for anything else. */
export function trialShare(text: string, option: string): number {
  if (!/^([1-9]|[1-4][0-9]|50)$/.test(text))
    throw new UsageWrong(`${option} is "${text}", no percent of new cases`, 'Give a whole number from 1 to 50.')
  return Number(text)
}
