import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { type DayCount, layOutDays, type severities } from './lay-out-days.ts'

const width = 640
const height = 96
const edge = 4

/** Incidents of the last days as bars; said in words for those who do not see them. */
export function DaysPicture({ days }: { days: readonly DayCount[] }): ReactNode {
  const words = useWords()
  const { blocks, most } = layOutDays(days, { width, height })
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return null
  const total = (of: (typeof severities)[number]) => days.reduce((sum, day) => sum + day[of], 0)
  const said = words.say('vigilance.days', {
    from: words.date(first.day),
    until: words.date(last.day),
    high: total('high'),
    medium: total('medium'),
    low: total('low'),
  })
  return (
    <figure className="trend vigilance-days">
      <svg
        viewBox={`${-edge} ${-edge} ${width + 2 * edge} ${height + 2 * edge}`}
        role="img"
        aria-label={said}
        preserveAspectRatio="xMinYMid meet"
      >
        <line className="trend-edge" x1="0" x2={width} y1="0" y2="0" />
        <line className="trend-edge" x1="0" x2={width} y1={height} y2={height} />
        {blocks.map(({ day, severity, ...place }) => (
          <rect key={`${day} ${severity}`} className={`vigilance-bar vigilance-bar-${severity}`} {...place} />
        ))}
      </svg>
      <figcaption className="soft">
        {said}
        <span className="trend-scale">{words.say('vigilance.scale', { most })}</span>
      </figcaption>
    </figure>
  )
}
