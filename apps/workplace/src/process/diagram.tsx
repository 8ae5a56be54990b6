import { Icon } from '@tereze/ui-components'
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useWords } from '../words/words.ts'
import { type OpenDiagram, openDiagram } from './draw/open-diagram.ts'
import { briefTime } from './step-words.ts'
import type { Instance } from './view.ts'

/** The diagram of a process with its tokens, times, timers and incidents; it follows the data as they change. */
export function Diagram(props: {
  instance: Instance
  xml: string
  chosen: string | null
  choose: (element: string) => void
}): ReactNode {
  const { instance, chosen } = props
  const words = useWords()
  const frame = useRef<HTMLDivElement>(null)
  const paper = useRef<HTMLDivElement>(null)
  const [diagram, setDiagram] = useState<OpenDiagram | null>(null)
  const [failed, setFailed] = useState(false)
  const choose = useEffectEvent((element: string) => props.choose(element))
  const names = useEffectEvent(() => new Map(instance.elements.map(({ element, name }) => [element, words.pick(name)])))
  const { xml } = props
  const { language } = words

  // biome-ignore lint/correctness/useExhaustiveDependencies: names are read when the language changes, not each time data come.
  useEffect(() => {
    const [host, print] = [frame.current, paper.current]
    if (host === null || print === null) return
    const asked = new AbortController()
    let opened: OpenDiagram | null = null
    const given = {
      xml,
      names: names(),
      label: words.say('way.picture'),
      yes: words.say('value.yes').toLocaleLowerCase(),
      no: words.say('value.no').toLocaleLowerCase(),
      chosen: (element: string) => choose(element),
    }
    openDiagram(host, print, given).then(
      done => {
        opened = done
        if (asked.signal.aborted) done.close()
        else setDiagram(done)
      },
      () => setFailed(true),
    )
    return () => {
      asked.abort()
      opened?.close()
      setDiagram(null)
    }
  }, [xml, language])

  useEffect(() => {
    if (diagram === null) return
    const now = Date.now()
    diagram.show(
      instance.elements.map(step => ({
        element: step.element,
        state: step.state,
        visits: step.visits,
        time: briefTime(step, now, words),
        timer: step.timer === null ? null : words.moment(step.timer, { year: false, short: true }),
      })),
      new Set(instance.flows),
    )
  }, [diagram, instance, words])

  useEffect(() => diagram?.choose(chosen), [diagram, chosen])

  if (failed) return <p className="callout">{words.say('way.no-picture')}</p>
  return (
    <>
      <div className="way-tools">
        <button type="button" className="button button-quiet" onClick={() => diagram?.zoom('in')}>
          <Icon name="plus" />
          {words.say('way.larger')}
        </button>
        <button type="button" className="button button-quiet" onClick={() => diagram?.zoom('out')}>
          <Icon name="minus" />
          {words.say('way.smaller')}
        </button>
        <button type="button" className="button button-quiet" onClick={() => diagram?.zoom('whole')}>
          {words.say('way.whole')}
        </button>
        <button type="button" className="button button-quiet" onClick={() => diagram?.zoom('here')}>
          {words.say('way.here')}
        </button>
      </div>
      <div ref={frame} className="way-frame" />
      <div ref={paper} className="way-paper" />
    </>
  )
}
