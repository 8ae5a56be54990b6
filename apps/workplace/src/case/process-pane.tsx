import { Pane } from '@tereze/ui-components'
import { type ReactNode, useMemo, useRef } from 'react'
import { isMessageId } from '../words/messages.ts'
import { useWords, type Words } from '../words/words.tsx'
import { type PictureShape, readPicture, wrapWords } from './process-picture.ts'
import type { CaseView } from './view.ts'

/** The way of the case as its process draws it, with the place where it stands now. */
export function ProcessPane({ process }: { process: CaseView['process'] }): ReactNode {
  const words = useWords()
  const picture = useMemo(() => {
    const model = new DOMParser().parseFromString(process.xml, 'application/xml')
    return readPicture(model)
  }, [process.xml])
  const frame = useRef<HTMLElement>(null)
  const opened = () =>
    frame.current?.querySelector('.shape-now')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  if (picture === null) return null
  const now = picture.shapes.filter(shape => process.at.includes(shape.id))
  const { box } = picture
  return (
    <Pane side>
      <details className="more process" onToggle={event => (event.currentTarget.open ? opened() : undefined)}>
        <summary>{words.say('process.title')}</summary>
        <p>
          {now.length === 0 ? words.say('process.over') : words.say('process.now', { where: placesOf(now, words) })}
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1). */}
        <section ref={frame} className="process-frame" tabIndex={0} aria-label={words.say('process.picture')}>
          <svg
            role="img"
            aria-label={words.say('process.picture')}
            viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
            width={box.width}
            height={box.height}
          >
            <defs>
              <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
                <path d="M0 0 8 4 0 8z" className="arrow-head" />
              </marker>
            </defs>
            {picture.arrows.map(arrow => (
              <polyline key={arrow.id} points={arrow.points} className="arrow" markerEnd="url(#arrow)" />
            ))}
            {picture.shapes.map(shape => (
              <Shape key={shape.id} shape={shape} now={process.at.includes(shape.id)} />
            ))}
          </svg>
        </section>
      </details>
    </Pane>
  )
}

function Shape({ shape, now }: { shape: PictureShape; now: boolean }): ReactNode {
  const words = useWords()
  const { x, y, width, height } = shape
  const middle = { x: x + width / 2, y: y + height / 2 }
  const className = now ? 'shape shape-now' : 'shape'
  if (shape.kind === 'event') return <circle className={className} cx={middle.x} cy={middle.y} r={width / 2} />
  if (shape.kind === 'gateway') {
    const points = `${middle.x},${y} ${x + width},${middle.y} ${middle.x},${y + height} ${x},${middle.y}`
    return <polygon className={className} points={points} />
  }
  const lines = wrapWords(labelOf(shape, words), 14)
  return (
    <g className={className}>
      <rect x={x} y={y} width={width} height={height} rx={8} />
      {lines.map((line, index) => (
        <text key={line} x={middle.x} y={middle.y + 5 + (index - (lines.length - 1) / 2) * 16} textAnchor="middle">
          {line}
        </text>
      ))}
    </g>
  )
}

/** Names in a model are its author's; what a step does has words in every language. */
function labelOf(shape: PictureShape, words: Words): string {
  if (shape.role !== null) return words.say(shape.role === 'applicant' ? 'process.applicant' : 'process.official')
  const key = `process.step.${shape.step ?? ''}`
  return isMessageId(key) ? words.say(key) : words.say('process.step')
}

function placesOf(now: readonly PictureShape[], words: Words): string {
  return [...new Set(now.map(shape => labelOf(shape, words).toLocaleLowerCase()))].join(', ')
}
