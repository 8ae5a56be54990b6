import { Callout, Facts, Pane } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords, type Words } from '../words/words.tsx'
import { type FactGroup, groupFacts } from './fact-groups.ts'
import { valueLines } from './value-lines.ts'
import type { CaseView, Fact } from './view.ts'

/** The person and what is known, each value with its source; answers that differ come first and are marked. */
export function FactsPane({ view }: { view: CaseView }): ReactNode {
  const words = useWords()
  const groups = groupFacts(view.facts)
  const conflicts = groups.filter(group => group.conflict).length
  return (
    <Pane side>
      <h2>{words.say('facts.title')}</h2>
      {conflicts > 0 ? (
        <Callout tone="you" title={words.say('facts.conflicts', { count: conflicts })}>
          <p>{words.say('facts.conflicts-hint')}</p>
        </Callout>
      ) : null}
      <Facts
        lines={[
          { key: 'applicant', label: words.say('facts.applicant'), value: words.name(view.applicant.name) },
          ...groups.map(group => ({
            key: group.pointer,
            label: words.pick(group.answers[0]?.label ?? { en: '', ru: '', kk: '' }),
            value: <Answers group={group} />,
            ...(group.conflict ? { warning: words.say('facts.differ') } : {}),
          })),
        ]}
      />
      {view.facts.length === 0 ? <p className="soft">{words.say('facts.none')}</p> : null}
    </Pane>
  )
}

function Answers({ group }: { group: FactGroup }): ReactNode {
  const words = useWords()
  return (
    <span className={group.conflict ? 'answers answers-differ' : 'answers'}>
      {group.answers.map((answer, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: answers have no id and never change places.
        <span key={index} className="answer">
          <Lines fact={answer} words={words} />
          <span className="source">{sourceOf(answer, words)}</span>
        </span>
      ))}
    </span>
  )
}

function Lines({ fact, words }: { fact: Fact; words: Words }): ReactNode {
  const lines = valueLines(fact.value, fact.as, words)
  if (lines.length === 0) return <span className="soft">{words.say('facts.unknown')}</span>
  return lines.map(line => (
    <span key={line} className="answer-line">
      {line}
    </span>
  ))
}

function sourceOf(fact: Fact, words: Words): string {
  if (fact.source === null) return words.say('facts.told')
  return `${words.pick(fact.source.name)} · ${words.day(fact.source.at, { short: true })}`
}
