import { BusyButton, RefusalNote } from '@tereze/ui-app'
import { Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { PlainCompletion } from './plain-completion.tsx'
import { hasCaseChanged } from './seen-revision.ts'
import { useBeginning } from './use-activities.ts'
import { useLookAgain } from './use-case.ts'
import type { CaseTask, CaseView } from './view.ts'

type Offers = NonNullable<CaseTask['offers']>

/** What whoever holds the task may begin, in which order, and when it ends. */
export function ActivitiesPart(of: {
  view: CaseView
  task: CaseTask
  offers: Offers
  completed: (outcome: string) => void
}): ReactNode {
  const words = useWords()
  const { view, task, offers } = of
  const beginning = useBeginning(task, view.revision)
  const readAnew = useLookAgain(task.case)
  const problem = beginning.error?.problem
  const begun = offers.activities.find(({ node }) => node === beginning.data)

  return (
    <section className="work-part" id="activities" aria-labelledby="activities-title">
      <h3 id="activities-title">{words.say('activities.title')}</h3>
      <p className="soft">{words.say(hintOf(offers))}</p>
      <ul className="activities">
        {offers.activities.map(({ node, name, running }) => (
          <li key={node} className="activity">
            <span>{words.pick(name)}</span>
            {running > 0 ? <Tag tone="moving">{words.say('activities.running', { count: running })}</Tag> : null}
            {offers.open ? (
              <BusyButton
                className="button button-quiet"
                busy={beginning.isPending}
                aria-label={words.say('activities.begin-named', { name: words.pick(name) })}
                onClick={() => beginning.mutate(node)}
              >
                {words.say('activities.begin')}
              </BusyButton>
            ) : null}
          </li>
        ))}
      </ul>
      <p role="status" className="activities-said">
        {begun && !beginning.isPending ? words.say('activities.begun', { name: words.pick(begun.name) }) : null}
      </p>
      {problem ? <RefusalNote problem={problem} /> : null}
      {hasCaseChanged(problem) ? (
        <button
          type="button"
          className="button button-quiet"
          onClick={() => void readAnew().then(() => beginning.reset())}
        >
          {words.say('form.look-again')}
        </button>
      ) : null}
      {offers.endsByItself ? (
        <p className="soft">{words.say('activities.ends-by-itself')}</p>
      ) : (
        <PlainCompletion view={view} task={task} label={words.say('activities.finish')} completed={of.completed} />
      )}
    </section>
  )
}

/** How one begins: freely, in turn, or not now because something is under way. */
function hintOf({ open, activities }: Offers): 'activities.hint' | 'activities.hint-turn' {
  return open || activities.every(({ running }) => running === 0) ? 'activities.hint' : 'activities.hint-turn'
}
