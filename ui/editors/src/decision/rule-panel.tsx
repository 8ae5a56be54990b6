import { type DecisionTable, describe, duplicateRule, removeRule } from '@tereze/dmn'
import { LANGUAGES } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Press } from '../parts/fields.tsx'
import type { SayDecision } from './say-decision.ts'
import type { TableFinding } from './table-findings.ts'
import { exampleWords, findingWords, type GridPlace } from './table-grid.tsx'

/** More is said in the list below the table. */
const MOST = 3

/** What is selected when it is a rule: what it says in three languages, what is wrong with it, what can be done with it. */
export function RulePanel(props: {
  readonly xml: string
  readonly table: DecisionTable
  readonly place: GridPlace
  readonly findings: readonly TableFinding[]
  readonly readOnly: boolean
  readonly say: SayDecision
  readonly go: (place: GridPlace) => void
  readonly change: (xml: string) => void
  readonly moveRule: (from: number, to: number) => void
}): ReactNode {
  const { xml, table, place, say, change } = props
  const { row } = place
  const move = (to: number): void => {
    props.moveRule(row, to)
    props.go({ ...place, row: to })
  }
  return (
    <section aria-label={say('rule.number', { number: row + 1 })}>
      <h3>{say('rule.number', { number: row + 1 })}</h3>
      {props.readOnly ? null : (
        <div className="editor-presses">
          <Press press={() => move(row - 1)} off={row === 0}>
            {say('rule.up')}
          </Press>
          <Press press={() => move(row + 1)} off={row === table.rules.length - 1}>
            {say('rule.down')}
          </Press>
          <Press press={() => change(duplicateRule(xml, table, row))}>{say('rule.copy')}</Press>
          <Press press={() => change(removeRule(xml, table, row))}>{say('rule.remove')}</Press>
        </div>
      )}
      {props.findings
        .filter(({ rules }) => rules.includes(row + 1))
        .slice(0, MOST)
        .map((finding, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: findings have no other name
          <p key={i} className="mistake">
            {say('rule.number', { number: finding.rules[0] ?? 0 })}: {findingWords(say, finding)}{' '}
            {finding.example === null ? null : say('for-example', { example: exampleWords(say, finding) })}
          </p>
        ))}
      <h4>{say('rule.words')}</h4>
      {LANGUAGES.map(({ code: language }) => {
        const rule = describe(table, language).rules[row]
        return (
          <p key={language} lang={language}>
            {rule?.text}
          </p>
        )
      })}
    </section>
  )
}
