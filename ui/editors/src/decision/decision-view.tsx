import './decision.css'
import {
  type Aggregator,
  addColumn,
  addRule,
  compareModels,
  compile,
  type Decision,
  type DecisionTable,
  emptyModel,
  type HitPolicy,
  type Model,
  moveRule,
  type Problem,
  parse,
  setHitPolicy,
  setLiteral,
  setQuestion,
  type Trace,
} from '@tereze/dmn'
import { differenceWords } from '@tereze/package-changes'
import { type ReactNode, useMemo, useState } from 'react'
import type { EditorProps, EditorVersion } from '../editor.ts'
import { Press, SelectInput, TextInput } from '../parts/fields.tsx'
import { mistakeOf, problemAt } from './cell-problem.ts'
import { clausesOf } from './cell-suggestions.ts'
import { ColumnPanel } from './column-panel.tsx'
import { ExamplePanel } from './example-panel.tsx'
import { gridColumns } from './grid-column.ts'
import { mistakeWords } from './mistake-words.ts'
import { placeOf } from './place-of.ts'
import { RequirementsView } from './requirements-view.tsx'
import { RulePanel } from './rule-panel.tsx'
import { type DecisionText, type SayDecision, sayDecision } from './say-decision.ts'
import { type TableFinding, tableFindings } from './table-findings.ts'
import { exampleWords, findingWords, type GridPlace, TableGrid } from './table-grid.tsx'

const POLICIES = [
  'UNIQUE',
  'FIRST',
  'ANY',
  'PRIORITY',
  'COLLECT',
  'COLLECT SUM',
  'COLLECT COUNT',
  'COLLECT MIN',
  'COLLECT MAX',
  'RULE ORDER',
  'OUTPUT ORDER',
]

/** The constructor of decisions: the decisions of a file, the table or the expression of one, what is selected beside it. */
export default function DecisionView(props: EditorProps): ReactNode {
  const { files, path, language } = props
  const say = sayDecision(language)
  const xml = files.get(path) ?? ''
  const read = useMemo(() => parse(xml), [xml])
  const [chosen, setChosen] = useState<string | null>(null)
  const asked = props.chosen?.place
  const [seen, setSeen] = useState(props.chosen)
  if (seen !== props.chosen) {
    setSeen(props.chosen)
    const at = read.ok && asked !== undefined ? placeOf(read.model, asked) : null
    if (at !== null) setChosen(at.decision)
  }
  if (xml.trim() === '') {
    const name = path.replace(/^.*\/|\.dmn$/gu, '')
    return (
      <div className="decision-editor">
        <p>{say('blank')}</p>
        {props.readOnly ? null : (
          <div className="editor-presses">
            <Press press={() => props.change({ [path]: emptyModel(name, name) })}>{say('begin')}</Press>
          </div>
        )}
      </div>
    )
  }
  if (!read.ok) {
    const [error] = read.errors
    return (
      <p className="mistake" role="alert">
        {say('unreadable', { message: error?.message ?? '', line: error?.at.line ?? 1 })}
      </p>
    )
  }
  const { decisions } = read.model
  const decision = decisions.find(({ name }) => name === chosen) ?? decisions[0]
  const change = (text: string): void => {
    if (!props.readOnly && text !== xml) props.change({ [path]: text })
  }
  return (
    <div className="decision-editor">
      <nav aria-label={say('decisions')} className="editor-presses">
        {decisions.map(({ id, name }) => (
          <Press key={id || name} pressed={name === decision?.name} press={() => setChosen(name)}>
            {name}
          </Press>
        ))}
      </nav>
      <RequirementsView
        xml={xml}
        model={read.model}
        chosen={decision?.name ?? ''}
        choose={setChosen}
        readOnly={props.readOnly}
        say={say}
        change={change}
      />
      {decision === undefined ? null : (
        <DecisionPart
          key={decision.name}
          {...props}
          xml={xml}
          model={read.model}
          decision={decision}
          give={change}
          say={say}
        />
      )}
      {(props.versions ?? []).map(version => (
        <Comparison key={version.label} path={props.path} version={version} model={read.model} language={language} />
      ))}
    </div>
  )
}

interface PartProps extends EditorProps {
  readonly xml: string
  readonly model: Model
  readonly decision: Decision
  readonly give: (xml: string) => void
  readonly say: SayDecision
}

function DecisionPart(props: PartProps): ReactNode {
  const { xml, model, decision, say, give, readOnly } = props
  const compiled = useMemo(() => compile(model), [model])
  const [trace, setTrace] = useState<Trace | null>(null)
  const { expression } = decision
  const examples = <ExamplePanel compiled={compiled} decision={decision.name} say={say} tried={setTrace} />
  return (
    <>
      <TextInput
        label={say('question')}
        value={decision.question}
        readOnly={readOnly}
        give={text => give(setQuestion(xml, decision, text))}
      />
      {compiled.problems.length > 0 ? (
        <p className="mistake">{say('problems', { count: compiled.problems.length })}</p>
      ) : null}
      {expression?.kind === 'table' ? (
        <TablePart {...props} table={expression} mistakes={compiled.problems} trace={trace}>
          {examples}
        </TablePart>
      ) : expression?.kind === 'literal' ? (
        <TextInput
          label={say('literal')}
          value={expression.text}
          readOnly={readOnly}
          code
          lines={3}
          mistake={text => {
            const tried = parse(setLiteral(xml, expression, text))
            const other = tried.ok ? tried.model.decisions.find(({ name }) => name === decision.name)?.expression : null
            if (!tried.ok || other === null || other === undefined) return null
            const problem = problemAt(compile(tried.model).problems, other)
            return problem === undefined ? null : mistakeWords(say, mistakeOf(problem, text))
          }}
          give={text => give(setLiteral(xml, expression, text))}
        />
      ) : (
        <p>{say('literal.boxed')}</p>
      )}
      {expression?.kind === 'table' ? null : examples}
    </>
  )
}

function TablePart(
  props: PartProps & {
    readonly table: DecisionTable
    readonly mistakes: readonly Problem[]
    readonly trace: Trace | null
    /** What stands below the table. */
    readonly children: ReactNode
  },
): ReactNode {
  const { xml, model, table, decision, say, give, readOnly, files, trace } = props
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 })
  const [seen, setSeen] = useState<EditorProps['chosen']>(null)
  if (props.chosen !== undefined && seen !== props.chosen) {
    setSeen(props.chosen)
    const row = placeOf(model, props.chosen?.place ?? '')?.rule
    if (row !== undefined && row >= 0) setPlace({ row, column: 0 })
  }
  const { findings, complete } = useMemo(() => tableFindings(table, model), [table, model])
  const clauses = useMemo(() => clausesOf(files.get('regulation.json')), [files])
  const columns = gridColumns(table)
  const at: GridPlace = {
    row: Math.min(place.row, table.rules.length - 1),
    column: Math.min(place.column, columns.length - 1),
  }
  const applied =
    trace?.decisions.find(({ name }) => name === decision.name)?.tables.find(({ id }) => id === table.id)?.chosen ?? []
  const policy = table.aggregator === null ? table.hitPolicy : `${table.hitPolicy} ${table.aggregator}`
  const shared = {
    xml,
    table,
    findings,
    readOnly,
    say,
    place: at,
    go: setPlace,
    change: give,
    moveRule: (from: number, to: number) => give(moveRule(xml, table, from, to)),
  }
  const column = columns[at.column]
  return (
    <div className="decision-body">
      <div className="decision-main">
        <SelectInput
          label={say('policy')}
          value={policy}
          readOnly={readOnly}
          options={POLICIES.map(value => ({ value, text: say(`policy.${value.replace(' ', '-')}` as DecisionText) }))}
          give={value => {
            const aggregator = /^COLLECT (?<by>\w+)$/u.exec(value)?.groups?.by ?? null
            const own = aggregator === null ? value : 'COLLECT'
            give(setHitPolicy(xml, table, own as HitPolicy, aggregator as Aggregator | null))
          }}
        />
        <TableGrid
          {...shared}
          name={decision.name}
          model={model}
          problems={props.mistakes}
          applied={applied}
          clauses={clauses}
          addRule={(index, tests) => give(addRule(xml, table, index, tests === undefined ? {} : { tests }))}
        />
        {readOnly ? null : (
          <div className="editor-presses">
            <Press press={() => give(addRule(xml, table, table.rules.length))}>{say('add.rule')}</Press>
            <Press press={() => give(addColumn(xml, table, 'input', { label: say('new.input'), expression: 'null' }))}>
              {say('add.input')}
            </Press>
            <Press
              press={() =>
                give(addColumn(xml, table, 'output', { name: `${say('new.output')} ${table.outputs.length + 1}` }))
              }
            >
              {say('add.output')}
            </Press>
            <Press press={() => give(addColumn(xml, table, 'annotation', { name: 'clause' }))}>
              {say('add.annotation')}
            </Press>
          </div>
        )}
        <h3>{say('findings')}</h3>
        {findings.length === 0 ? (
          <p className="hint">{say('findings.none')}</p>
        ) : (
          <Findings findings={findings} say={say} />
        )}
        {complete ? null : <p className="hint">{say('findings.incomplete')}</p>}
        {props.children}
      </div>
      <aside className="decision-side">
        {at.row >= 0 ? <RulePanel {...shared} /> : null}
        {column === undefined ? null : (
          <ColumnPanel {...shared} key={`${column.kind}-${column.index}`} model={model} column={column} />
        )}
      </aside>
    </div>
  )
}

const MOST_FINDINGS = 20

function Findings(props: { readonly findings: readonly TableFinding[]; readonly say: SayDecision }): ReactNode {
  const { findings, say } = props
  return (
    <>
      <ul>
        {findings.slice(0, MOST_FINDINGS).map((finding, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: findings have no other name
          <li key={i}>
            {finding.rules[0] === undefined ? null : `${say('rule.number', { number: finding.rules[0] })}: `}
            {findingWords(say, finding)}
            {finding.example === null ? null : `. ${say('for-example', { example: exampleWords(say, finding) })}`}
          </li>
        ))}
      </ul>
      {findings.length > MOST_FINDINGS ? (
        <p>{say('findings.more', { count: findings.length - MOST_FINDINGS })}</p>
      ) : null}
    </>
  )
}

/** What a decision says otherwise than an earlier state of it did. */
function Comparison(props: {
  readonly path: string
  readonly version: EditorVersion
  readonly model: Model
  readonly language: EditorProps['language']
}): ReactNode {
  const { version, path, model, language } = props
  const say = sayDecision(language)
  const text = version.files.get(path)
  const differences = useMemo(() => {
    const read = text === undefined ? undefined : parse(text)
    return read?.ok ? compareModels(read.model, model) : null
  }, [text, model])
  return (
    <details>
      <summary>{say('compare', { version: version.label })}</summary>
      {differences === null ? (
        <p>{say('compare.new')}</p>
      ) : differences.length === 0 ? (
        <p>{say('compare.none')}</p>
      ) : (
        <ul>
          {differences.map(difference => {
            const words = differenceWords(language, difference)
            return <li key={words}>{words}</li>
          })}
        </ul>
      )}
    </details>
  )
}
