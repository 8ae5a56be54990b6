import type { listTasks } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import { colleague, me, nameOf } from './people.ts'
import { texts } from './text.ts'

/** A task of the sample. */
export type SampleTask = OutputOf<typeof listTasks>['items'][number]

/** The organisation of the sample. */
export const organisation = 'social-protection'
/** The case whose income answers differ. */
export const conflictCase = caseId(1)
/** A case with work that is no decision. */
export const workCase = caseId(6)

/** The revision of every sample case. */
export const sampleRevision = 2

const day = 86_400_000
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const count = 130

/** Id of the n-th sample case. */
export function caseId(index: number): string {
  return `case_0198a000-0000-7000-8000-${String(index).padStart(12, '0')}`
}

function numberOf(index: number): string {
  const sign = (step: number) => signs[(index * step + step) % signs.length] ?? '0'
  return `${[7, 3, 11, 5].map(sign).join('')}-${[13, 17, 19, 23].map(sign).join('')}-${[29, 31].map(sign).join('')}`
}

/** Sample tasks, the most urgent first; some are one's own, some a colleague's, most are free. */
export function sampleTasks(now: Date): SampleTask[] {
  return Array.from({ length: count }, (_, index) => {
    const daysLeft = Math.floor(index / 7) - 2
    const kinds = [texts.review, texts.review, texts.checkError, texts.review]
    const services = [texts.monthly, texts.monthly, texts.certificate, texts.oneTime]
    const holder = index % 9 === 1 ? me : index % 9 === 5 ? colleague : null
    return {
      task: `task-${index}`,
      case: caseId(index),
      organisation,
      number: numberOf(index),
      service: index % 4 === 2 ? 'birth-certificate' : 'monthly-child-benefit',
      title: kinds[index % 4] ?? texts.review,
      serviceTitle: services[index % 4] ?? texts.monthly,
      applicant: nameOf(index),
      role: index % 4 === 2 ? 'registrar' : 'case-worker',
      openedAt: new Date(now.getTime() - (20 - daysLeft) * day).toISOString(),
      deadline: new Date(now.getTime() + daysLeft * day).toISOString().slice(0, 10),
      daysLeft,
      holder,
      may: { work: true, assign: index % 9 !== 1 },
    }
  })
}
