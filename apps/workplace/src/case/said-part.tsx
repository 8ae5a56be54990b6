import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { saidAbout } from './said.ts'
import { useTaskForm } from './use-case.ts'
import type { CaseTask, CaseView } from './view.ts'

/** What the applicant wrote about the task, in their own words; nothing where they wrote nothing. */
export function SaidPart({ view, task }: { view: CaseView; task: CaseTask }): ReactNode {
  const words = useWords()
  const { data: form } = useTaskForm(task, view)
  const said = form === undefined ? [] : saidAbout(form, view, words)
  if (said.length === 0) return null
  return (
    <section className="work-part">
      <h3>{words.say('said.title')}</h3>
      {said.map(({ label, text }) => (
        <figure key={label} className="said">
          <figcaption>{label}</figcaption>
          <blockquote>{text}</blockquote>
        </figure>
      ))}
    </section>
  )
}
