import type { mineService } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import { Table } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { lasted } from '../process/step-words.ts'
import { useWords, type Words } from '../words/words.ts'

type Mined = OutputOf<typeof mineService>
type Step = Mined['steps'][number]

/** Stands where there is no duration. */
const none = '–'

/** A duration in its greatest unit; what is over within a minute says so. */
function took(seconds: number, words: Words): string {
  return lasted(seconds, words) ?? words.say('operator.ways.at-once')
}

function Share({ share, words }: { share: number; words: Words }): ReactNode {
  const percent = Math.round(share * 100)
  return (
    <span className="ways-share">
      <meter value={Math.min(1, share)} aria-hidden="true" />
      {words.say('operator.ways.percent', { percent })}
    </span>
  )
}

function stepCells({ name, entered, open, again, cancelled, time, working, share }: Step, words: Words): ReactNode[] {
  return [
    words.pick(name),
    entered,
    open,
    again,
    cancelled,
    time === null ? none : took(time.p50, words),
    time === null ? none : took(time.p90, words),
    working === null ? none : took(working.p50, words),
    <Share key="share" share={share} words={words} />,
  ]
}

/** What was mined: in a sentence, by steps, by ways. */
export function WaysTable({ mined }: { mined: Mined }): ReactNode {
  const words = useWords()
  const { cases, finished, time, working, isPart } = mined
  const notable = mined.steps.filter(step => step.kind === 'task' || step.open > 0 || (step.time?.p90 ?? 0) >= 60)
  return (
    <>
      <p>
        {words.say('operator.ways.cases', { cases, finished })}{' '}
        {time === null ? null : (
          <strong>
            {words.say('operator.ways.time', { half: took(time.p50, words), most: took(time.p90, words) })}
          </strong>
        )}{' '}
        {working === null ? null : words.say('operator.ways.working', { time: took(working.p50, words) })}
      </p>
      {isPart ? <p className="soft">{words.say('operator.ways.part', { count: cases })}</p> : null}
      <div className="operator-queues">
        <Table
          caption={words.say('operator.ways.steps')}
          columns={[
            { key: 'step', head: words.say('operator.ways.step') },
            { key: 'entered', head: words.say('operator.ways.begun'), number: true },
            { key: 'open', head: words.say('operator.ways.open'), number: true },
            { key: 'again', head: words.say('operator.ways.again'), number: true },
            { key: 'cancelled', head: words.say('operator.ways.cancelled'), number: true },
            { key: 'half', head: words.say('operator.ways.half') },
            { key: 'most', head: words.say('operator.ways.most') },
            { key: 'working', head: words.say('operator.ways.working-time') },
            { key: 'share', head: words.say('operator.ways.share') },
          ]}
          rows={notable.map(step => ({ key: step.node, cells: stepCells(step, words) }))}
        />
      </div>
      <p className="soft">{words.say('operator.ways.left-out', { count: mined.steps.length - notable.length })}</p>
      {mined.ways.length === 0 ? null : (
        <div className="operator-queues">
          <Table
            caption={words.say('operator.ways.ways', { count: mined.waysCount })}
            columns={[
              { key: 'way', head: words.say('operator.ways.way') },
              { key: 'cases', head: words.say('operator.column.cases'), number: true },
              { key: 'time', head: words.say('operator.ways.mean') },
              { key: 'share', head: words.say('operator.ways.of-cases') },
            ]}
            rows={mined.ways.map((way, place) => ({
              key: String(place),
              cells: [
                way.tasks === null
                  ? words.say('operator.ways.rest')
                  : way.tasks.length === 0
                    ? words.say('operator.ways.nobody')
                    : way.tasks.map(task => words.pick(task)).join(' → '),
                way.count,
                took(way.time, words),
                <Share key="share" share={way.share} words={words} />,
              ],
            }))}
          />
        </div>
      )}
    </>
  )
}
