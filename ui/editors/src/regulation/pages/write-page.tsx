import { describeProblem, regulationPart } from '@tereze/regulation'
import { fieldId, Icon } from '@tereze/ui-components'
import { type ReactNode, useDeferredValue, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { EditorProps } from '../../editor.ts'
import { useDesk } from '../desk.ts'
import { Members } from '../fields/object-field.tsx'
import { findIn } from '../find-in.ts'
import { placeWords } from '../place-words.ts'
import { type Section, sectionOf, sections, stateOf } from '../sections.ts'

/** The place that a press on a fault or on something found leads to: its section is shown, what is folded opens, its control gets the focus. */
function useGoing() {
  const [section, setSection] = useState<Section>(sections[0] as Section)
  const [wanted, setWanted] = useState<{ readonly pointer: string } | null>(null)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (wanted === null) return
    // The nearest control around the place: a member that is missing has none of its own.
    let pointer = wanted.pointer
    let control: HTMLElement | null = null
    while (pointer !== '' && control === null) {
      control = document.getElementById(fieldId(`r${pointer}`))
      pointer = pointer.slice(0, pointer.lastIndexOf('/'))
    }
    for (let fold = control?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true
    control?.focus()
    control?.scrollIntoView({ block: 'center' })
    setWanted(null)
  }, [wanted])
  return {
    box,
    section,
    setSection,
    go(pointer: string) {
      setSection(sectionOf(pointer))
      setWanted({ pointer })
    },
  }
}

function Outline({ current, choose }: { current: Section; choose: (section: Section) => void }): ReactNode {
  const { say, regulation, problems, joining } = useDesk()
  const shown = sections.filter(
    ({ id }) => id !== 'joining' || regulation.kind === 'template' || joining !== null || regulation.kind === 'joining',
  )
  return (
    <nav className="reg-outline" aria-label={say('outline')}>
      <ol>
        {shown.map(one => {
          const { state, faults } = stateOf(one, regulation, problems)
          const words = state === 'faults' ? say('state.faults', { count: faults }) : say(`state.${state}`)
          return (
            <li key={one.id}>
              <button
                type="button"
                aria-current={one.id === current.id ? 'true' : undefined}
                onClick={() => choose(one)}
              >
                <span>{say(one.title)}</span>
                <span className={`reg-state reg-state-${state}`}>
                  {state === 'empty' ? null : <Icon name={state === 'faults' ? 'attention' : 'check'} />}
                  {words}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

function Search({ go }: { go: (pointer: string) => void }): ReactNode {
  const { say, regulation } = useDesk()
  const [sought, setSought] = useState('')
  const found = findIn(regulation, useDeferredValue(sought))
  const isAsked = sought.trim().length > 1
  return (
    <search className="reg-search">
      <label htmlFor="reg-search">{say('search.label')}</label>
      <input
        className="input"
        id="reg-search"
        type="search"
        autoComplete="off"
        value={sought}
        onChange={event => setSought(event.currentTarget.value)}
      />
      <p className="reg-hint" role="status">
        {isAsked ? (found.length === 0 ? say('search.none') : say('search.found', { count: found.length })) : ''}
      </p>
      {isAsked && found.length > 0 ? (
        <ul className="reg-found">
          {found.map(({ pointer, text }) => (
            <li key={pointer}>
              <button type="button" className="reg-link" onClick={() => go(pointer)}>
                {say(sectionOf(pointer).title)}: {text.length > 90 ? `${text.slice(0, 90)}…` : text}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </search>
  )
}

function Problems({ go }: { go: (pointer: string) => void }): ReactNode {
  const { say, problems, language, around, regulation } = useDesk()
  return (
    <section className="reg-problems" aria-label={say('problems.title')}>
      <h3>{say('problems.title')}</h3>
      {around === null ? <p className="reg-hint">{say('state.unknown')}</p> : null}
      {problems.length === 0 ? <p>{say('problems.none')}</p> : null}
      <ul>
        {problems.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two faults may be alike but for their place in the list
          <li key={`${one.pointer}${one.code}${index}`}>
            <button type="button" className="reg-link" onClick={() => go(one.pointer)}>
              {placeWords(regulation, one.pointer, say, language) || say(sectionOf(one.pointer).title)}:{' '}
              {describeProblem(one, language).wrong}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The regulation in structured parts: outline on the left, the section in the middle, what is wrong below. */
export function WritePage({ chosen }: Pick<EditorProps, 'chosen'>): ReactNode {
  const { say, regulation } = useDesk()
  const { box, section, setSection, go } = useGoing()
  const follow = useEffectEvent(go)
  useEffect(() => {
    if (chosen) follow(chosen.place)
  }, [chosen])
  const members = section.members.flatMap(name => regulationPart.members.filter(one => one.name === name))
  // Places that acts of joining may change are marked where they stand; the list of them only shows.
  const shown = members.filter(({ name }) => name !== 'base' || regulation.base !== undefined)
  return (
    <div className="reg-write">
      <div className="reg-left">
        <Search go={go} />
        <Outline current={section} choose={setSection} />
      </div>
      <div className="reg-section" ref={box}>
        <h3>{say(section.title)}</h3>
        <Members key={section.id} pointer="" name="" members={shown} value={regulation} />
      </div>
      <Problems go={go} />
    </div>
  )
}
