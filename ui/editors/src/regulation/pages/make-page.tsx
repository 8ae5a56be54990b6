import { type Decided, describeProblem, type FileOutcome } from '@tereze/regulation'
import { Callout, Tag, type Tone } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { useDesk } from '../desk.ts'
import { placeWords } from '../place-words.ts'
import { useShown } from '../use-shown.ts'
import { type WorkedOut, workOut } from '../work-out.ts'

const tones: Readonly<Record<FileOutcome['state'], Tone>> = {
  new: 'done',
  changed: 'you',
  same: 'later',
  removed: 'no',
}

interface Props {
  readonly files: ReadonlyMap<string, string>
  readonly change: (files: Readonly<Record<string, string | null>>) => void
}

/** What the regulation makes of the package, file by file, before anything is written; applied as one change to the draft. */
export function MakePage({ files, change }: Props): ReactNode {
  const { say, regulation, around, language, readOnly } = useDesk()
  const shown = useShown()
  const [decided, setDecided] = useState<Decided>({ take: [], keep: [] })
  const [seen, setSeen] = useState<{ readonly worked: WorkedOut; readonly of: unknown } | null>(null)
  const [done, setDone] = useState(false)
  const look = (by: Decided) => {
    if (around === null) return null
    const worked = workOut(files, regulation, around.surroundings, by)
    setSeen({ worked, of: regulation })
    return worked
  }
  const decide = (place: string, how: keyof Decided) => {
    const without = { take: decided.take.filter(one => one !== place), keep: decided.keep.filter(one => one !== place) }
    const next = { ...without, [how]: [...without[how], place] }
    setDecided(next)
    look(next)
  }
  const worked = seen?.of === regulation ? seen.worked : null
  const conflicts = worked?.ok
    ? worked.files.flatMap(file =>
        file.conflicts.map(one => ({ path: file.path, key: `${file.path}#${one.place}`, ...one })),
      )
    : []
  const all = [...new Map([...conflicts.map(one => [one.key, one] as const)]).values()]
  return (
    <div className="reg-make">
      <p>{say('make.intro')}</p>
      {around === null ? <p className="reg-hint">{say('state.unknown')}</p> : null}
      <div className="reg-bar">
        <button
          type="button"
          className="button button-quiet"
          disabled={around === null}
          onClick={() => {
            setDone(false)
            look(decided)
          }}
        >
          {say('make.look')}
        </button>
        {worked?.ok && Object.keys(worked.changed).length > 0 && !readOnly ? (
          <button
            type="button"
            className="button"
            onClick={() => {
              change(worked.changed)
              setSeen(null)
              setDecided({ take: [], keep: [] })
              setDone(true)
            }}
          >
            {say('make.apply')}
          </button>
        ) : null}
      </div>
      <p role="status">
        {done
          ? say('make.done')
          : worked?.ok
            ? Object.keys(worked.changed).length === 0
              ? say('make.none')
              : say('make.count', { count: Object.keys(worked.changed).length })
            : ''}
      </p>
      {worked !== null && !worked.ok ? (
        <Callout tone="no" title={say('make.faults')}>
          <ul>
            {worked.problems.map((one, index) => {
              const { wrong, remedy } = describeProblem(one, language)
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: two faults may be alike but for their place in the list
                <li key={`${one.pointer}${one.code}${index}`}>
                  {placeWords(regulation, one.pointer, say, language)}: {wrong} {remedy}
                </li>
              )
            })}
          </ul>
        </Callout>
      ) : null}
      {all.length === 0 ? null : (
        <section>
          <h3>{say('make.conflicts')}</h3>
          {all.map(one => (
            <article key={one.key} className="reg-conflict">
              <h4>{`${one.path} ${one.place}`}</h4>
              <dl>
                <dt>{say('make.mine')}</dt>
                <dd>{shown(one.mine)}</dd>
                <dt>{say('make.theirs')}</dt>
                <dd>{shown(one.theirs)}</dd>
              </dl>
              <p className="reg-hint">{say('make.open')}</p>
              <div className="reg-bar">
                <button
                  type="button"
                  className="button button-quiet"
                  disabled={readOnly}
                  onClick={() => decide(one.key, 'keep')}
                >
                  {say('make.keep')}
                </button>
                <button
                  type="button"
                  className="button button-quiet"
                  disabled={readOnly}
                  onClick={() => decide(one.key, 'take')}
                >
                  {say('make.take')}
                </button>
              </div>
            </article>
          ))}
        </section>
      )}
      {worked?.ok ? (
        <table className="table-cards">
          <caption className="hidden-text">{say('tab.make')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('make.file')}</th>
              <th scope="col">{say('make.becomes')}</th>
            </tr>
          </thead>
          <tbody>
            {worked.files.map(({ path, state, changes, edited }) => (
              <tr key={path}>
                <th scope="row">{path}</th>
                <td data-label={say('make.becomes')}>
                  <Tag tone={tones[state]}>{say(`make.state.${state}`)}</Tag>{' '}
                  {state === 'changed' ? say('make.changes', { count: changes.length }) : ''}{' '}
                  {edited ? say('make.edited') : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </div>
  )
}
