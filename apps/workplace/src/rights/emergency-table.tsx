import type { Emergency } from '@tereze/access/contract'
import { Table, Tag, type Tone } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'

const tones: Readonly<Record<Emergency['state'], Tone>> = {
  running: 'you',
  over: 'later',
  justified: 'done',
  unjustified: 'no',
}

/** Emergencies with their reason, their time and what the review said; beside each what can be done with it. */
export function EmergencyTable(of: {
  items: readonly Emergency[]
  who?: boolean
  deed?: (item: Emergency) => ReactNode
}): ReactNode {
  const words = useWords()
  const { deed } = of
  return (
    <Table
      caption={words.say('rights.emergencies')}
      captionHidden
      columns={[
        { key: 'when', head: words.say('rights.when') },
        { key: 'why', head: words.say('rights.reason') },
        { key: 'state', head: words.say('rights.state') },
        ...(deed === undefined ? [] : [{ key: 'do', head: words.say('rights.review') }]),
      ]}
      rows={of.items.map(item => ({
        key: item.emergency,
        cells: [
          <>
            {words.moment(item.begun, { short: true })}
            <span className="source">
              {words.say('rights.until', { until: words.moment(item.ended ?? item.until, { short: true }) })}
            </span>
          </>,
          <>
            {item.reason}
            {of.who === true ? <span className="source">{item.official}</span> : null}
            {item.about === null ? null : <span className="source">{item.about}</span>}
          </>,
          <>
            <Tag tone={tones[item.state]}>{words.say(`rights.state.${item.state}`)}</Tag>
            {item.review === null ? null : <span className="source">{item.review.remark}</span>}
          </>,
          ...(deed === undefined ? [] : [deed(item)]),
        ],
      }))}
    />
  )
}
