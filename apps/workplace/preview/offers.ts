import { beginActivity } from '@tereze/cases/contract'
import { No, type SampleHandler } from '../../../tools/web/no.ts'
import { type SampleTask, sampleRevision } from './tasks.ts'
import { text } from './text.ts'

/** A task in which there is nothing to fill in. */
export const plainTask = 'task-118'
/** The task whose holder chooses what is done. */
export const choiceTask = 'task-127'

const names = {
  visit: text('Visit the family', 'Посетить семью', 'Отбасына бару'),
  neighbours: text('Ask the neighbours', 'Опросить соседей', 'Көршілерден сұрау'),
  employer: text(
    'Ask the employer about the income',
    'Запросить доход у работодателя',
    'Жұмыс берушіден табыс туралы сұрату',
  ),
}

/** What the task of choosing offers, in memory. */
export function sampleOffers(): { of(task: SampleTask): Pick<SampleTask, 'offers' | 'form'>; handler: SampleHandler } {
  const running = new Map<string, number>()
  return {
    of({ task }) {
      if (task === plainTask) return { form: false }
      if (task !== choiceTask) return {}
      const activities = Object.entries(names).map(([node, name]) => ({ node, name, running: running.get(node) ?? 0 }))
      return { form: false, offers: { activities, open: true, endsByItself: false } }
    },
    handler: {
      definition: beginActivity,
      run(input: { activity: string; revision?: number; case: string }) {
        if (input.revision !== sampleRevision)
          throw new No('cases.changed-meanwhile', 409, 'The case has changed since you opened it')
        running.set(input.activity, (running.get(input.activity) ?? 0) + 1)
        return { case: input.case }
      },
    } as SampleHandler,
  }
}
