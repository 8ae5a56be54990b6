import { Icon } from '@tereze/ui-components'
import { type DragEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useFileDesk } from '../file/desk.ts'
import { summaryOf } from '../file/summary-of.ts'
import { addStep, placeStep, removeStep, type Way, wayOf } from './change-journey.ts'
import { type DrawnMoment, type DrawnStep, journeyOf } from './journey.ts'
import type { SaySituation } from './say-situation.ts'

const ways: Readonly<Record<string, Way>> = {
  ArrowLeft: 'back',
  ArrowRight: 'on',
  ArrowUp: 'earlier',
  ArrowDown: 'later',
}

/** The step that the focus goes to from another one: along its moment, or the nearest of the moment above or below. */
function nextOf(moments: readonly DrawnMoment[], index: number, way: Way): number | null {
  const at = moments.findIndex(({ steps }) => steps.some(step => step.index === index))
  const own = moments[at]?.steps ?? []
  const place = own.findIndex(step => step.index === index)
  if (way === 'back' || way === 'on') return own[place + (way === 'back' ? -1 : 1)]?.index ?? null
  const rows = way === 'earlier' ? moments.slice(0, at).toReversed() : moments.slice(at + 1)
  const row = rows.find(({ steps }) => steps.length > 0)
  return row?.steps[Math.min(place, row.steps.length - 1)]?.index ?? null
}

function Box(props: {
  step: DrawnStep
  number: number
  chosen: boolean
  title: string
  service: string | null
  wrong: boolean
  waits: readonly string[]
  say: SaySituation
  choose: () => void
}): ReactNode {
  const { step, say } = props
  const tags = [
    step.by === 'us' ? say('by.us') : say('by.you'),
    ...(step.starts === null ? [] : [say(`starts.${step.starts}`)]),
  ]
  return (
    <button
      type="button"
      className={`sit-step sit-by-${step.by}${props.wrong ? ' sit-wrong' : ''}`}
      data-step={step.index}
      aria-pressed={props.chosen}
      tabIndex={props.chosen ? 0 : -1}
      draggable
      onDragStart={event => event.dataTransfer.setData('text/plain', String(step.index))}
      onClick={props.choose}
    >
      <span className="sit-number" aria-hidden="true">
        {props.number}
      </span>
      <strong>{props.title}</strong>
      {props.service === null ? null : <span className="sit-service">{props.service}</span>}
      <span className="sit-tags">{tags.join(' · ')}</span>
      {step.when === null || step.when === 'true' ? null : (
        <code className="sit-condition" title={step.when}>
          {say('if', { when: step.when })}
        </code>
      )}
      {step.later === null ? null : (
        <code className="sit-condition" title={step.later}>
          {say('not-while', { when: step.later })}
        </code>
      )}
      {props.waits.length === 0 ? null : (
        <span className="sit-waits">
          <Icon name="clock" /> {say('waits', { facts: props.waits.join(', ') })}
        </span>
      )}
      {props.wrong ? (
        <span className="sit-fault">
          <Icon name="attention" /> {say('wrong')}
        </span>
      ) : null}
    </button>
  )
}

/** The journey as a picture: moments one under the other, steps along each; walked, moved and taken away by keys, moved by pointer. */
export function Picture(props: {
  chosen: number | null
  choose: (index: number) => void
  /** What a fact is called: who is asked for it. */
  factName: (fact: string) => string
  serviceName: (service: string) => string
  say: SaySituation
}): ReactNode {
  const desk = useFileDesk()
  const { say, chosen, choose } = props
  const box = useRef<HTMLDivElement>(null)
  const [said, tell] = useState('')
  const moments = journeyOf(desk.value)
  const focus = (index: number) =>
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-step="${index}"]`)?.focus())
  const move = (from: number, to: number, moment: string) => {
    desk.edit(now => placeStep(now, from, to, moment))
    choose(to)
    tell(say('moved', { number: to + 1 }))
    focus(to)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const index = Number((event.target as HTMLElement).dataset.step ?? Number.NaN)
    if (Number.isNaN(index)) return
    const way = ways[event.key]
    if (way !== undefined && event.altKey && !desk.readOnly) {
      const place = wayOf(desk.value, index, way)
      if (place !== null) move(index, place.to, place.moment)
    } else if (way !== undefined && !event.altKey) {
      const next = nextOf(moments, index, way)
      if (next !== null) {
        choose(next)
        focus(next)
      }
    } else if (event.key === 'Delete' && !desk.readOnly) {
      desk.edit(now => removeStep(now, index))
      tell(say('removed'))
      choose(Math.max(0, index - 1))
      focus(Math.max(0, index - 1))
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const drop = (event: DragEvent<HTMLElement>, moment: DrawnMoment, at: number | null) => {
    event.preventDefault()
    event.stopPropagation()
    const from = Number(event.dataTransfer.getData('text/plain'))
    if (desk.readOnly || !Number.isInteger(from)) return
    const last = moment.steps.at(-1)?.index ?? from
    const to = at ?? (last < from && moment.steps.length > 0 ? last + 1 : last)
    move(from, to, moment.id)
  }
  const first = moments.find(({ steps }) => steps.length > 0)?.steps[0]?.index ?? null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the steps inside, each a button
    <div className="sit-picture" ref={box} onKeyDown={onKeyDown}>
      <p className="reg-hint">{say(desk.readOnly ? 'keys.look' : 'keys')}</p>
      {moments.map(moment => (
        <section key={moment.id} className="sit-moment" aria-label={momentName(moment, say)}>
          <h4>
            {momentName(moment, say)}
            {moment.when === null ? null : <code className="sit-condition">{say('if', { when: moment.when })}</code>}
          </h4>
          <ol onDragOver={event => event.preventDefault()} onDrop={event => drop(event, moment, null)}>
            {moment.steps.map(step => (
              <li
                key={step.index}
                onDragOver={event => event.preventDefault()}
                onDrop={event => drop(event, moment, step.index)}
              >
                <Box
                  step={step}
                  number={step.index + 1}
                  chosen={(chosen ?? first) === step.index}
                  title={summaryOf(step.text, desk.words, desk.language) || step.id}
                  service={step.service === null ? null : props.serviceName(step.service)}
                  wrong={desk.problems.some(({ place }) => isAt(place, step))}
                  waits={step.waits.map(props.factName)}
                  say={say}
                  choose={() => choose(step.index)}
                />
              </li>
            ))}
            {desk.readOnly ? null : (
              <li>
                <Adding moment={moment.id} say={say} />
              </li>
            )}
          </ol>
        </section>
      ))}
      <p className="hidden-text" role="status">
        {said}
      </p>
    </div>
  )
}

/** Whether a problem stands in a step or in the entry of its service. */
function isAt(place: string | null, step: DrawnStep): boolean {
  return [`/steps/${step.index}`, `/services/${step.entry}`].some(
    at => place === at || place?.startsWith(`${at}/`) === true,
  )
}

/** What a moment is called: the beginning, or the id that the designer gave it. */
export function momentName({ id }: Pick<DrawnMoment, 'id'>, say: SaySituation): string {
  return id === 'opened' ? say('moment.opened') : say('moment', { id: id.replaceAll('-', ' ') })
}

/** A step more: without a service, or with one of those that are published. */
function Adding({ moment, say }: { moment: string; say: SaySituation }): ReactNode {
  const desk = useFileDesk()
  return (
    <select
      className="input sit-add"
      aria-label={say('add', { moment: momentName({ id: moment }, say) })}
      value=""
      onChange={event => {
        const { value } = event.currentTarget
        if (value === '') return
        desk.edit(now => addStep(now, moment, value === 'step' ? null : value))
      }}
    >
      <option value="">{say('add.short')}</option>
      <option value="step">{say('add.plain')}</option>
      {(desk.named?.services ?? []).map(({ value, title }) => (
        <option key={value} value={value}>
          {title[desk.language]}
        </option>
      ))}
    </select>
  )
}
