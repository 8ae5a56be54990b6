import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { indexInWords } from './index-in-words.ts'
import { layOutTrend, type TrendPoint } from './lay-out-trend.ts'

const width = 320
const height = 72
const edge = 6

/** How the index went, as a line; said in words for those who do not see it. Nothing before the first check. */
export function TrendPicture({ history }: { history: readonly TrendPoint[] }): ReactNode {
  const words = useWords()
  const { points, from } = layOutTrend(history, { width, height })
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return null
  const said = words.say('quality.trend', {
    from: indexInWords(first.point.index, words.language),
    since: words.date(first.point.day),
    to: indexInWords(last.point.index, words.language),
    until: words.date(last.point.day),
  })
  return (
    <figure className="trend">
      <svg
        viewBox={`${-edge} ${-edge} ${width + 2 * edge} ${height + 2 * edge}`}
        role="img"
        aria-label={said}
        preserveAspectRatio="xMidYMid meet"
      >
        <line className="trend-edge" x1="0" x2={width} y1="0" y2="0" />
        <line className="trend-edge" x1="0" x2={width} y1={height} y2={height} />
        {points.length > 1 ? (
          <polyline className="trend-line" points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
        ) : null}
        <circle className="trend-end" cx={last.x} cy={last.y} r="4" />
      </svg>
      <figcaption className="soft">
        {points.length > 1 ? said : words.say('quality.first-day', { day: words.date(first.point.day) })}
        <span className="trend-scale">
          {words.say('quality.scale', {
            from: indexInWords(from, words.language),
            to: indexInWords(100, words.language),
          })}
        </span>
      </figcaption>
    </figure>
  )
}
