import { Callout, Pane } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords, type Words } from '../words/words.tsx'
import { type FactGroup, groupFacts, isTelling, sectionsOf } from './fact-groups.ts'
import { valueLines } from './value-lines.ts'
import type { CaseView, Fact } from './view.ts'

/** The person and what is known, under the sources; answers that differ come first, each with its own source. */
export function FactsPane({ view }: { view: CaseView }): ReactNode {
  const words = useWords()
  const groups = groupFacts(view.facts.filter(fact => isTelling(fact, words)))
  const disputed = groups.filter(group => group.conflict)
  return (
    <Pane side>
      <h2>{words.say('facts.title')}</h2>
      <dl className="known-facts">
        <div>
          <dt>{words.say('facts.applicant')}</dt>
          <dd>{words.name(view.applicant.name)}</dd>
        </div>
      </dl>
      {disputed.length > 0 ? (
        <section>
          <Callout tone="you" title={words.say('facts.conflicts', { count: disputed.length })}>
            <p>{words.say('facts.conflicts-hint')}</p>
          </Callout>
          <dl className="known-facts">
            {disputed.map(group => (
              <div key={group.pointer}>
                <dt>{labelOf(group, words)}</dt>
                {group.answers.map((answer, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: answers have no id and never change places.
                  <dd key={index} className="answer-differs">
                    <Lines fact={answer} words={words} />
                    <span className="source">{sourceWords(answer.source, words)}</span>
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      {sectionsOf(groups).map(section => (
        <section key={section.groups[0]?.pointer}>
          <h3 className="source-head">{sourceWords(section.source, words)}</h3>
          <dl className="known-facts">
            {section.groups.map(group => (
              <div key={group.pointer}>
                <dt>{labelOf(group, words)}</dt>
                <dd>
                  {group.answers.slice(0, 1).map(answer => (
                    <Lines key={answer.pointer} fact={answer} words={words} />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {view.facts.length === 0 ? <p className="soft">{words.say('facts.none')}</p> : null}
    </Pane>
  )
}

function labelOf(group: FactGroup, words: Words): string {
  const first = group.answers[0]
  return first === undefined ? '' : words.pick(first.label)
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

function sourceWords(source: Fact['source'], words: Words): string {
  if (source === null) return words.say('facts.told')
  return `${words.pick(source.name)} · ${words.day(source.at, { short: true })}`
}
