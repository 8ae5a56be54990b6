import type { getOwnTask } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import { Pane } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import type { Ui } from './ui.ts'

/** What an official asks, or why they intend a decision, in their own words, beside the form that answers it. */
export function TaskQuestion({ task, ui }: { task: OutputOf<typeof getOwnTask>; ui: Ui }): ReactNode {
  return task.said?.map(({ label, text }) => (
    <Pane key={label.en}>
      <h2>{ui.say(label)}</h2>
      <blockquote className="quoted">{text}</blockquote>
    </Pane>
  ))
}
