import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { decideUrgency } from './decide-urgency.ts'

const looks = { late: 'tag-no', today: 'tag-you', soon: 'tag-you', calm: 'tag-moving' } as const

/** "3 working days left", with colour and word, and the date beneath. */
export function Deadline({ daysLeft, date }: { daysLeft: number | null; date: string | null }): ReactNode {
  const words = useWords()
  const urgency = decideUrgency(daysLeft)
  if (urgency === 'none' && date === null) return <span className="soft">{words.say('deadline.none')}</span>
  return (
    <span className="deadline">
      {urgency === 'none' ? null : (
        <span className={`tag ${looks[urgency]}`}>
          {words.say(`deadline.${urgency}`, { days: Math.abs(daysLeft ?? 0) })}
        </span>
      )}
      {date === null ? null : (
        <time dateTime={date} className="soft">
          {words.date(date, { year: false, short: true })}
        </time>
      )}
    </span>
  )
}
