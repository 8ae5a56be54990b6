import type { StoryStep } from '@tereze/studio/contract'
import { letPass } from '../settle.ts'
import { StepImpossible, type World } from '../world.ts'
import { askInformation, extend, resume, returnForCorrection, sendBack, suspend } from './acts-of-officials.ts'
import { appeal, askDuplicate, reportError, withdraw } from './after-decision.ts'
import { answerOwnTask, submitApplication } from './answer-task.ts'
import { begin } from './begin-activity.ts'
import { confirm } from './confirm-offers.ts'
import { correctTheRecord } from './correct-the-record.ts'
import { correlate } from './correlate-message.ts'
import { doTask } from './do-task.ts'
import { openTheForm } from './open-form.ts'
import { endAPower, giveAPower } from './powers.ts'
import { protect } from './protect.ts'
import { readARecord } from './read-a-record.ts'
import { reportFact } from './report-fact.ts'
import { sendMessage } from './send-message.ts'
import { askToSign, decline, signForAnother, takeBackRequest } from './signatories.ts'

/** Carries out one step of a story by the platform's public operations, as whom it names, at its time. */
export async function performStep(world: World, step: StoryStep): Promise<void> {
  world.refused = null
  world.exit = null
  if (step.at !== undefined) await letPass(world.platform, world.clock, step.at)
  if ('passes' in step) return letPass(world.platform, world.clock, step.passes)
  if ('sends' in step) return sendMessage(world, step)
  if ('opens' in step) return openTheForm(world, step)
  if ('confirms' in step) return confirm(world, step)
  if ('submits' in step) return submitApplication(world, step)
  if ('answers' in step) return answerOwnTask(world, step)
  if ('does' in step) return doTask(world, step)
  if ('appeals' in step) return appeal(world, step)
  if ('reports-error' in step) return reportError(world, step)
  if ('reports-fact' in step) return reportFact(world, step)
  if ('corrects-record' in step) return correctTheRecord(world, step)
  if ('protects' in step) return protect(world, step)
  if ('reads-record' in step) return readARecord(world, step)
  if ('withdraws' in step) return withdraw(world, step)
  if ('suspends' in step) return suspend(world, step)
  if ('sends-back' in step) return sendBack(world, step)
  if ('returns' in step) return returnForCorrection(world, step)
  if ('resumes' in step) return resume(world, step)
  if ('extends' in step) return extend(world, step)
  if ('asks-information' in step) return askInformation(world, step)
  if ('asks-duplicate' in step) return askDuplicate(world, step)
  if ('correlates' in step) return correlate(world, step)
  if ('begins' in step) return begin(world, step)
  if ('gives-power' in step) return giveAPower(world, step)
  if ('ends-power' in step) return endAPower(world, step)
  if ('asks-signatories' in step) return askToSign(world, step)
  if ('signs-for-another' in step) return signForAnother(world, step)
  if ('declines-signature' in step) return decline(world, step)
  if ('takes-back-request' in step) return takeBackRequest(world, step)
  throw new StepImpossible(`a step does nothing: ${JSON.stringify(step)}`)
}
