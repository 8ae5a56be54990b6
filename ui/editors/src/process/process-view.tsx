import './process.css'
import { emptyProcess } from '@tereze/bpmn'
import { LANGUAGES } from '@tereze/ui-components'
import { type ReactNode, useMemo, useState } from 'react'
import type { EditorProps } from '../editor.ts'
import { Press } from '../parts/fields.tsx'
import { nameOf, nodeNames, withNodeName } from './node-names.ts'
import { Picture } from './picture.tsx'
import { problemWords } from './problem-words.ts'
import { sayProcess } from './say-process.ts'
import { StepList } from './step-list.tsx'
import { StepPanel } from './step-panel.tsx'
import { useEdits, useOpened } from './use-opened.ts'
import { NO_TOKENS, type Tokens, WalkPanel } from './walk-panel.tsx'

/** The id of the package: what its process is called by. */
function packageId(files: ReadonlyMap<string, string>): string {
  try {
    const { id } = JSON.parse(files.get('service.json') ?? files.get('process.json') ?? '{}') as { id?: unknown }
    return typeof id === 'string' && /^[a-z][a-z0-9-]*$/u.test(id) ? id : 'process'
  } catch {
    // A card that cannot be read is told of by the check of the package.
    return 'process'
  }
}

/** The constructor of processes: the picture and the list of steps, what is selected beside them, what keeps it from running, a walk. */
export default function ProcessView(props: EditorProps): ReactNode {
  const { files, path, language } = props
  const say = sayProcess(language)
  const xml = files.get(path) ?? ''
  const opened = useOpened(xml)
  const edit = useEdits(props)
  const [selected, select] = useState<string | null>(null)
  const [awaited, setAwaited] = useState<{ readonly ids: ReadonlySet<string>; readonly index: number } | null>(null)
  const [focused, setFocused] = useState(0)
  const ids = opened?.outline?.nodes.map(({ id }) => id) ?? []
  if (awaited !== null && (ids.length !== awaited.ids.size || ids.some(id => !awaited.ids.has(id)))) {
    // What was put in is selected; after what was removed, what stood before it.
    select(ids.find(id => !awaited.ids.has(id)) ?? ids[Math.max(0, awaited.index - 1)] ?? null)
    setAwaited(null)
    setFocused(focused + 1)
  }
  const [tokens, setTokens] = useState<Tokens>(NO_TOKENS)
  const [seen, setSeen] = useState<EditorProps['chosen']>(null)
  if (props.chosen !== undefined && seen !== props.chosen) {
    setSeen(props.chosen)
    if (props.chosen !== null) select(props.chosen.place)
  }
  const names = useMemo(() => new Map(LANGUAGES.map(({ code }) => [code, nodeNames(files, code)])), [files])
  const wrong = useMemo(
    () =>
      new Set([
        ...(opened?.problems ?? []).map(({ element }) => element),
        ...props.problems.filter(problem => problem.path === path).flatMap(({ place }) => place ?? []),
      ]),
    [opened, props.problems, path],
  )
  const marks = useMemo(
    () =>
      new Map([
        ...[...tokens.passed].map(id => [id, 'process-at-passed'] as const),
        ...[...wrong].map(id => [id, 'process-at-wrong'] as const),
        ...[...tokens.now].map(id => [id, 'process-at-now'] as const),
      ]),
    [tokens, wrong],
  )
  if (xml.trim() === '')
    return (
      <div className="process-editor">
        <p>{say('empty')}</p>
        {props.readOnly ? null : (
          <div className="editor-presses">
            <Press
              press={() =>
                props.change({
                  [path]: emptyProcess(packageId(files), { start: say('kind.start'), end: say('kind.end') }),
                })
              }
            >
              {say('begin')}
            </Press>
          </div>
        )}
      </div>
    )
  if (opened === null) return <div className="editor-waiting" aria-busy="true" />
  if (opened.outline === null)
    return (
      <p className="mistake" role="alert">
        {say('unreadable')}
      </p>
    )
  const { nodes, lost } = opened.outline
  const readOnly = props.readOnly || lost.length > 0
  const node = nodes.find(({ id }) => id === selected) ?? nodes[0]
  const own = names.get(language) ?? new Map<string, string>()
  const title = (id: string): string => {
    const found = nodes.find(other => other.id === id)
    return found === undefined ? id : nameOf(found, own)
  }
  const [process] = opened.processes
  return (
    <div className="process-editor">
      {lost.length > 0 ? <p className="mistake">{say('loses', { parts: lost.join('; ') })}</p> : null}
      <Picture
        xml={xml}
        readOnly={readOnly}
        chosen={node?.id ?? null}
        marks={marks}
        say={say}
        edit={edit}
        choose={id => {
          if (nodes.some(other => other.id === id)) select(id)
        }}
      />
      <div className="process-body">
        <StepList
          nodes={nodes}
          names={own}
          chosen={node?.id ?? null}
          now={tokens.now}
          passed={tokens.passed}
          wrong={wrong}
          say={say}
          choose={select}
          focused={focused}
        />
        {node === undefined ? null : (
          <StepPanel
            key={node.id}
            node={node}
            nodes={nodes}
            files={files}
            names={names}
            language={language}
            readOnly={readOnly}
            say={say}
            edit={edit}
            restep={change => {
              setAwaited({ ids: new Set(ids), index: nodes.indexOf(node) })
              edit(change)
            }}
            rename={(code, name) => {
              const made = withNodeName(files, code, node.id, name)
              if (made !== null) props.change(made)
            }}
            choose={select}
          />
        )}
      </div>
      <section aria-label={say('problems')}>
        <h3>{say('problems')}</h3>
        {opened.problems.length === 0 ? (
          <p className="hint">{say('problems.none')}</p>
        ) : (
          <ul>
            {opened.problems.map((problem, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two problems of one element may be alike
              <li key={i}>
                <button type="button" className="editor-press" onClick={() => select(problem.element)}>
                  {title(problem.element)}: {problemWords(say, problem)}
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
      {process === undefined ? null : (
        <WalkPanel process={process} nodes={nodes} names={own} say={say} shown={setTokens} />
      )}
    </div>
  )
}
