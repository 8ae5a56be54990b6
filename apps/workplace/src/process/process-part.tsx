import { Failure, Waiting } from '@tereze/ui-app'
import { Pane } from '@tereze/ui-components'
import { type ReactNode, type RefObject, useState } from 'react'
import { useWords } from '../words/words.ts'
import { InstanceView } from './instance-view.tsx'
import { whereWords } from './step-words.ts'
import { useProcess } from './use-process.ts'
import type { Instance } from './view.ts'

/** The way of a case: its diagram, live, and the same as a table. Nothing of it is loaded before it is opened. */
export function ProcessPart({ id, part }: { id: string; part: RefObject<HTMLDetailsElement | null> }): ReactNode {
  const { say } = useWords()
  const [shown, setShown] = useState(false)
  return (
    <Pane>
      <details ref={part} className="more way" onToggle={event => setShown(event.currentTarget.open)}>
        <summary>{say('way.title')}</summary>
        {shown ? <Ways id={id} /> : null}
      </details>
    </Pane>
  )
}

function Ways({ id }: { id: string }): ReactNode {
  const words = useWords()
  const query = useProcess(id, true)
  const [chosen, choose] = useState<string | null>(null)
  if (query.isPending) return <Waiting lines={6} />
  if (query.data === undefined) {
    return query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} /> : null
  }
  const { instances, models, more } = query.data
  const shown = instances.find(({ instance }) => instance === chosen) ?? currentOf(instances)
  if (shown === undefined) return <p>{words.say('way.none')}</p>
  const model = models.find(one => one.package === shown.package && one.version === shown.version)
  return (
    <>
      {instances.length > 1 ? (
        <fieldset className="way-choice">
          <legend>{words.say('way.processes')}</legend>
          {instances.map(one => (
            <label key={one.instance} className="way-option">
              <input
                type="radio"
                name="way"
                checked={one.instance === shown.instance}
                onChange={() => choose(one.instance)}
              />
              <span>
                <strong>{words.pick(one.title)}</strong>
                <span className="soft">{whereWords(one, words)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {more ? <p className="soft">{words.say('way.more', { count: instances.length })}</p> : null}
      <InstanceView key={shown.instance} instance={shown} xml={model?.xml ?? ''} others={instances} open={choose} />
    </>
  )
}

/** The process that runs, the youngest first; else the one that came last. */
function currentOf(instances: readonly Instance[]): Instance | undefined {
  return instances.findLast(({ endedAt }) => endedAt === null) ?? instances.at(-1)
}
