import { isObject, readAt } from '@tereze/regulation'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { EditorProps } from '../editor.ts'
import { FileDeskProvider } from '../file/desk.ts'
import { Wrong } from '../file/fields/frame.tsx'
import { ObjectField } from '../file/fields/object-field.tsx'
import { Unreadable } from '../file/file-view.tsx'
import '../file/file.css'
import { showPlace } from '../file/show-place.ts'
import { useDeskOf } from '../file/use-file-desk.ts'
import '../regulation/regulation.css'
import { hiddenServices, journeyOf } from './journey.ts'
import { Picture } from './picture.tsx'
import { type SaySituation, saySituation } from './say-situation.ts'
import './situation.css'
import { StepPanel } from './step-panel.tsx'
import { type Given, madePerson } from './trial.ts'
import { TryPanel } from './try-panel.tsx'

const pages = ['journey', 'start', 'shown', 'try'] as const
type Page = (typeof pages)[number]

/** Members of the card that each page shows; what none of them shows stands on the last. */
const members: Readonly<Record<'start' | 'shown', readonly string[]>> = {
  start: ['trigger', 'key', 'people', 'moments', 'ends'],
  shown: ['id', 'version', 'owner', 'domain', 'title', 'summary', 'acts', 'accounts', 'known'],
}

/** The page that shows a place of the file. */
function pageOf(place: string): Page {
  const [, member = ''] = place.split('/')
  return members.start.includes(member) ? 'start' : member === 'steps' || member === 'services' ? 'journey' : 'shown'
}

function Tabs(props: { page: Page; choose: (page: Page) => void; say: SaySituation }): ReactNode {
  const bar = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = pages[(pages.indexOf(props.page) + step + pages.length) % pages.length] ?? 'journey'
    props.choose(next)
    bar.current?.querySelector<HTMLElement>(`[data-page="${next}"]`)?.focus()
  }
  return (
    <div className="reg-tabs" role="tablist" aria-label={props.say('tabs')} ref={bar} onKeyDown={onKeyDown}>
      {pages.map(one => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`sit-tab-${one}`}
          data-page={one}
          aria-selected={one === props.page}
          aria-controls="sit-page"
          tabIndex={one === props.page ? 0 : -1}
          onClick={() => props.choose(one)}
        >
          {props.say(`tab.${one}`)}
        </button>
      ))}
    </div>
  )
}

/** A life situation: its journey as a picture, what begins it and whom it concerns, what is shown, and trying it out. */
export function SituationView(props: EditorProps): ReactNode {
  const { language, chosen, files } = props
  const say = saySituation(language)
  const desk = useDeskOf(props, 'situation')
  const [page, setPage] = useState<Page>('journey')
  const [wanted, choose] = useState<number | null>(null)
  const [given, setGiven] = useState<Given | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const value = desk?.value
  // biome-ignore lint/correctness/useExhaustiveDependencies: a place is shown once, when it is chosen; the file may change afterwards.
  useEffect(() => {
    if (chosen === null || chosen === undefined) return
    setPage(pageOf(chosen.place))
    const [, member, index] = chosen.place.split('/')
    const shown = journeyOf(value).flatMap(({ steps }) => steps)
    const step = shown.find(one => (member === 'services' ? one.entry : one.index) === Number(index))
    if (pageOf(chosen.place) === 'journey' && step !== undefined) choose(step.index)
    requestAnimationFrame(() => box.current !== null && showPlace(box.current, chosen.place))
  }, [chosen])
  if (desk === null || desk.shape.kind !== 'object') return <Unreadable language={language} />
  const { shape } = desk
  const serviceName = (id: string) => desk.named?.services.find(one => one.value === id)?.title[language] ?? id
  const factName = (fact: string) => {
    const body = contractOf(files, fact)?.split('.')[0]
    const name = desk.around?.names[`org:${body}`]?.[language]
    return name === undefined ? fact : `${fact} (${name})`
  }
  const steps = journeyOf(desk.value).flatMap(moment => moment.steps)
  const index = steps.some(one => one.index === wanted) ? wanted : (steps[0]?.index ?? null)
  const only = (shown: readonly string[]) => shape.members.map(({ name }) => name).filter(name => !shown.includes(name))
  const hidden = hiddenServices(desk.value)
  const strange = Object.keys(isObject(desk.value) ? desk.value : {}).filter(
    name => !shape.members.some(one => one.name === name),
  )
  return (
    <FileDeskProvider value={desk}>
      <div className="reg file-form sit" ref={box}>
        <Tabs page={page} choose={setPage} say={say} />
        <div id="sit-page" role="tabpanel" aria-labelledby={`sit-tab-${page}`}>
          {page === 'journey' ? (
            <>
              <Wrong pointer="" />
              <Wrong pointer="/steps" />
              <Wrong pointer="/services" />
              <Picture chosen={index} choose={choose} factName={factName} serviceName={serviceName} say={say} />
              {hidden.length === 0 ? null : (
                <p className="mistake">
                  {say('hidden', {
                    services: hidden
                      .map(at => serviceName(String(readAt(desk.value, `/services/${at}/service`) ?? '')))
                      .join(', '),
                  })}
                </p>
              )}
              {index === null ? null : <StepPanel key={index} index={index} serviceName={serviceName} say={say} />}
            </>
          ) : null}
          {page === 'start' || page === 'shown' ? (
            <>
              <p className="reg-hint">{say(`about.${page}`)}</p>
              <ObjectField
                pointer=""
                name="situation"
                shape={shape}
                value={desk.value}
                without={[...only(members[page]), ...(page === 'start' ? strange : [])]}
              />
            </>
          ) : null}
          {page === 'try' ? (
            <TryPanel
              trySituation={props.trySituation}
              given={given ?? madePerson(desk, 'nothing-yet')}
              give={setGiven}
              factName={factName}
              say={say}
            />
          ) : null}
        </div>
      </div>
    </FileDeskProvider>
  )
}

function contractOf(files: ReadonlyMap<string, string>, fact: string): string | null {
  try {
    const sources: unknown = JSON.parse(files.get('sources.json') ?? '[]')
    const found = Array.isArray(sources) ? sources.find(one => isObject(one) && one.id === fact) : undefined
    return isObject(found) && typeof found.contract === 'string' ? found.contract : null
  } catch {
    return null
  }
}
