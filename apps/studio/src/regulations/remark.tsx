import { Tag, type Tone } from '@tereze/ui-components'
import { placeInWords } from '@tereze/ui-editors'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import type { Life, LifeRemark } from './life.ts'
import { RemarkActions } from './remark-actions.tsx'
import { useBodies } from './use-bodies.ts'

/** How a remark stands. */
export function remarkState({ answer, settled, decision }: LifeRemark): {
  readonly state: 'open' | 'answered' | 'content' | 'insists' | 'upheld' | 'overruled'
  readonly tone: Tone
} {
  if (decision !== null)
    return decision.upheld ? { state: 'upheld', tone: 'done' } : { state: 'overruled', tone: 'later' }
  if (settled === 'content') return { state: 'content', tone: 'done' }
  if (settled === 'insists') return { state: 'insists', tone: 'no' }
  return answer === null ? { state: 'open', tone: 'you' } : { state: 'answered', tone: 'moving' }
}

/** The place of a remark in words. */
export function useRemarkPlace(life: Life): (place: string) => string {
  const words = useWords()
  return place => (place === '' ? words.say('life.whole') : placeInWords(life.text, place, words.language))
}

/** A remark with its answer, what was made of it, and what may be done with it. */
export function RemarkNote({ life, remark }: { life: Life; remark: LifeRemark }): ReactNode {
  const words = useWords()
  const bodies = useBodies()
  const { state, tone } = remarkState(remark)
  return (
    <article className="remark">
      <p>
        <strong>{bodies.name(remark.body)}</strong> <Tag tone={tone}>{words.say(`life.remark.${state}`)}</Tag>
      </p>
      <p className="remark-text">{remark.text}</p>
      {remark.answer === null ? null : (
        <p className="remark-text">
          <span className="soft">{words.say(remark.answer.accepted ? 'life.accepted' : 'life.rejected')}</span>{' '}
          {remark.answer.text}
        </p>
      )}
      {remark.decision === null ? null : (
        <p className="remark-text">
          <span className="soft">{words.say('life.decided')}</span> {remark.decision.text}
        </p>
      )}
      <RemarkActions life={life} remark={remark} />
    </article>
  )
}
