import { Callout, Pane } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords, type Words } from '../words/words.ts'
import { agingOf } from './aging-of.ts'
import { blocksOf, comparedBlocks, countDisputes, differs, type FactBlock } from './fact-blocks.ts'
import { groupFacts, isTelling, sectionsOf } from './fact-groups.ts'
import { FilesPart } from './files-part.tsx'
import { valueLines } from './value-lines.ts'
import type { CaseView, Fact } from './view.ts'
import { isApplied, whoseView } from './whose-case.ts'

/** The person and what is known, under the sources; answers that differ come first, each with its own source. */
export function FactsPane({ view }: { view: CaseView }): ReactNode {
  const words = useWords()
  const groups = groupFacts(view.facts.filter(fact => isTelling(fact, words)))
  const applied = isApplied(view)
  const disputed = groups.filter(group => group.conflict)
  return (
    <Pane side>
      <h2>{words.say('facts.title')}</h2>
      <dl className="known-facts">
        <div>
          <dt>{words.say(applied ? 'facts.applicant' : 'case.about')}</dt>
          <dd>{whoseView(view, words)}</dd>
        </div>
        {view.submitter === undefined ? null : (
          <div>
            <dt>{words.say('facts.submitter')}</dt>
            <dd>{words.pick(view.submitter.name)}</dd>
          </div>
        )}
      </dl>
      <FilesPart view={view} />
      {disputed.length > 0 ? (
        <section>
          <Callout tone="you" title={words.say('facts.conflicts', { count: countDisputes(disputed) })}>
            <p>{words.say('facts.conflicts-hint')}</p>
          </Callout>
          {comparedBlocks(disputed, words).map(block =>
            block.entries > 1 ? (
              <Compared key={block.key} block={block} />
            ) : (
              <Thing key={block.key} block={block} words={words} />
            ),
          )}
          {[...new Set(disputed.flatMap(group => group.answers.map(answer => sourceWords(answer.source, words))))]
            .slice(0, disputed.some(group => group.answers.length > 1) ? 0 : undefined)
            .map(source => (
              <p key={source} className="source">
                {source}
              </p>
            ))}
        </section>
      ) : null}
      {sectionsOf(groups).map(section => (
        <section key={section.groups[0]?.pointer}>
          <h3 className="source-head">
            {section.source === null && !applied
              ? words.say('case.found-by-check')
              : sourceWords(section.source, words)}
          </h3>
          {blocksOf(section.groups, words).map(block => (
            <Thing key={block.key} block={block} words={words} />
          ))}
        </section>
      ))}
      {view.facts.length === 0 ? <p className="soft">{words.say('facts.none')}</p> : null}
    </Pane>
  )
}

/** The fields of one thing; where one field has several answers, each with its source. */
function Thing({ block, words }: { block: FactBlock; words: Words }): ReactNode {
  return (
    <>
      {block.heading === null ? null : <h4 className="thing-head">{block.heading}</h4>}
      <dl className="known-facts">
        {block.rows.map(({ pointer, label, group }) => (
          <div key={pointer}>
            <dt>{label}</dt>
            {group.conflict && group.answers.length > 1 ? (
              group.answers.map((answer, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: answers have no id and never change places.
                <dd key={index} className="answer-differs">
                  <Lines fact={answer} words={words} />
                  <span className="source">{sourceWords(answer.source, words)}</span>
                </dd>
              ))
            ) : (
              <dd>
                {group.answers.slice(0, 1).map(answer => (
                  <Lines key={answer.pointer} fact={answer} words={words} />
                ))}
              </dd>
            )}
          </div>
        ))}
      </dl>
    </>
  )
}

/** Reports of the same thing side by side; what differs between them is marked, what does not is said once. */
function Compared({ block }: { block: FactBlock }): ReactNode {
  const { say } = useWords()
  return (
    <table className="compared">
      {block.heading === null ? null : <caption>{block.heading}</caption>}
      {block.rows.map(row => (
        <tbody key={row.pointer}>
          <tr>
            <th scope="rowgroup" colSpan={block.entries}>
              {row.label}
            </th>
          </tr>
          <tr>
            {differs(row) ? (
              row.values.map((value, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: reports have no id and never change places.
                <td key={index} className="differs">
                  {value ?? say('facts.unknown')}
                </td>
              ))
            ) : (
              <td colSpan={block.entries}>{row.values[0] ?? say('facts.unknown')}</td>
            )}
          </tr>
        </tbody>
      ))}
    </table>
  )
}

function Lines({ fact, words }: { fact: Fact; words: Words }): ReactNode {
  const lines = valueLines(fact.value, fact.as, words)
  if (lines.length === 0) return <span className="soft">{words.say('facts.unknown')}</span>
  return (
    <>
      {lines.map(line => (
        <span key={line} className="answer-line">
          {line}
        </span>
      ))}
      {agingOf(fact, words).map(line => (
        <span key={line} className="source">
          {line}
        </span>
      ))}
    </>
  )
}

function sourceWords(source: Fact['source'], words: Words): string {
  if (source === null) return words.say('facts.told')
  return `${words.pick(source.name)} · ${words.day(source.at, { short: true })}`
}
