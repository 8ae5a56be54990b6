import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { compareLines, foldSame } from './compare-lines.ts'

const marks = { same: ' ', gone: '−', new: '+' } as const

/** Two texts of one file: what is gone and what is new, with a little around. Null: the file is not there. */
export function Compared(of: { before: string | null; after: string | null; label: string }): ReactNode {
  const { say } = useWords()
  const lines = foldSame(compareLines(of.before ?? '', of.after ?? ''))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard (WCAG 2.2, 2.1.1).
    <section className="compared" aria-label={of.label} tabIndex={0}>
      {lines.map((line, index) =>
        line === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their place.
          <p key={index} className="compared-fold">
            {say('compare.same')}
          </p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their place.
          <p key={index} className={`compared-${line.is}`}>
            <span className="compared-mark" aria-hidden="true">
              {marks[line.is]}
            </span>
            {line.is === 'same' ? null : <span className="hidden-text">{say(`compare.${line.is}`)} </span>}
            {line.text}
          </p>
        ),
      )}
    </section>
  )
}
