import type { ReactNode } from 'react'
import { dateParts } from '../format/date.ts'
import type { Language } from '../format/language.ts'

/** The next date of a case, largest on its page, with what happens then and who holds it now. */
export function NextDate(props: {
  date: string | null
  language: Language
  tone: 'moving' | 'done' | 'no'
  title: ReactNode
  children?: ReactNode
}): ReactNode {
  const parts = props.date === null ? null : dateParts(props.date, props.language)
  return (
    <section className="next">
      {parts && props.date ? (
        <time className={`leaf leaf-${props.tone}`} dateTime={props.date}>
          <span className="leaf-word">{parts.weekday}</span>
          <span className="leaf-day">{parts.day}</span>
          <span className="leaf-word">{parts.month}</span>
        </time>
      ) : null}
      <div>
        <h2>{props.title}</h2>
        {props.children}
      </div>
    </section>
  )
}
