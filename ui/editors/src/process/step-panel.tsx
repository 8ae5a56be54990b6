import {
  addStep,
  addTimeLimit,
  checkFeel,
  connectSteps,
  type OutlineNode,
  platformSteps,
  removeFlow,
  removeStep,
  type StepKind,
  type StepSetting,
  setCondition,
  setDefaultFlow,
  setElementName,
  setStepSetting,
  setWait,
  stepKindOf,
} from '@tereze/bpmn'
import { LANGUAGES, type Language } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Press, SelectInput, TextInput } from '../parts/fields.tsx'
import { nameOf, stageName } from './node-names.ts'
import { roleWords } from './role-words.ts'
import type { SayProcess } from './say-process.ts'
import { ACTS, stepChoices } from './step-choices.ts'
import { kindWord } from './step-list.tsx'
import { type TermUnit, termParts, termText } from './term-text.ts'
import type { Edit } from './use-opened.ts'

interface PanelProps {
  readonly node: OutlineNode
  readonly nodes: readonly OutlineNode[]
  readonly files: ReadonlyMap<string, string>
  /** Names of nodes by language. */
  readonly names: ReadonlyMap<Language, ReadonlyMap<string, string>>
  readonly language: Language
  readonly readOnly: boolean
  readonly say: SayProcess
  readonly edit: (edit: Edit) => void
  /** A change that puts in a step or removes one: another is selected then. */
  readonly restep: (edit: Edit) => void
  readonly rename: (language: Language, name: string) => void
  readonly choose: (id: string) => void
}

const KINDS = Object.keys(platformSteps) as StepKind[]

/** What is selected: its names, its settings by forms, what comes next, and what may be put behind it. */
export function StepPanel(props: PanelProps): ReactNode {
  const { node, say, edit, readOnly } = props
  const kind = stepKindOf(node)
  const name = nameOf(node, props.names.get(props.language) ?? new Map())
  const task = /Task$|CallActivity$|SubProcess$/u.test(node.type)
  return (
    <section className="process-panel" aria-label={name}>
      <h3>
        <span className="process-kind">{kindWord(say, node)}</span> {name}
      </h3>
      {readOnly ? null : (
        <div className="editor-presses">
          {task ? (
            <Press
              press={() =>
                props.restep(xml => addTimeLimit(xml, node.id, { limit: say('limit.name'), end: say('limit.end') }))
              }
            >
              {say('limit')}
            </Press>
          ) : null}
          {node.type === 'bpmn:StartEvent' ? null : (
            <Press press={() => props.restep(xml => removeStep(xml, node.id))}>{say('remove')}</Press>
          )}
        </div>
      )}
      <TextInput
        label={say('name')}
        value={node.name}
        readOnly={readOnly}
        give={text => edit(xml => setElementName(xml, node.id, text))}
      />
      {LANGUAGES.map(({ code, name: own }) =>
        props.files.has(`messages/${code}.json`) ? (
          <TextInput
            key={code}
            label={say('name.in', { language: own })}
            value={props.names.get(code)?.get(node.id) ?? ''}
            readOnly={readOnly}
            give={text => props.rename(code, text)}
          />
        ) : null,
      )}
      {kind === null
        ? null
        : platformSteps[kind].asks.map(setting => <Setting key={setting} {...props} kind={kind} setting={setting} />)}
      <Flows {...props} />
      {readOnly || node.type === 'bpmn:EndEvent' ? null : (
        <fieldset>
          <legend>{say('add', { name })}</legend>
          <div className="editor-presses">
            {KINDS.map(added => (
              <Press
                key={added}
                press={() => props.restep(xml => addStep(xml, node.id, { kind: added, name: say(`kind.${added}`) }))}
              >
                {say(`kind.${added}`)}
              </Press>
            ))}
          </div>
        </fieldset>
      )}
    </section>
  )
}

function Setting(props: PanelProps & { readonly kind: StepKind; readonly setting: StepSetting }): ReactNode {
  const { node, nodes, files, kind, setting, say, edit, readOnly } = props
  if (setting === 'deadline' || setting === 'term') return <Term {...props} setting={setting} />
  const value = node.settings[setting] ?? ''
  const label = setting === 'ref' ? say(`ref.${kind as 'notify'}`) : say(`setting.${setting}`)
  const set = (text: string): void =>
    edit(xml => setStepSetting(xml, node.id, setting, text.trim() === '' ? null : text.trim()))
  const choices = stepChoices(files, nodes, kind, setting, value).filter(id => id !== node.id)
  const shown = (id: string): string => {
    const other = setting === 'otherThan' || setting === 'returns-to' ? nodes.find(one => one.id === id) : undefined
    if (other !== undefined) return nameOf(other, props.names.get(props.language) ?? new Map())
    if (setting === 'stage') return stageName(files, props.language, id)
    if (setting === 'role') return roleWords(say, id)
    const told = setting === 'escalate' ? /^\{\s*"to"\s*:\s*"([\w-]+)"\s*\}$/u.exec(id)?.[1] : undefined
    if (told !== undefined) return roleWords(say, told)
    const act = kind === 'record-act' && setting === 'ref' ? ACTS.find(known => known === id) : undefined
    if (act !== undefined) return say(`act.${act}`)
    return id === '*' ? say('all') : id
  }
  return (
    <SelectInput
      label={label}
      value={value}
      readOnly={readOnly}
      options={[{ value: '', text: say('none') }, ...choices.map(id => ({ value: id, text: shown(id) }))]}
      give={set}
    />
  )
}

/** A term: a number of working or calendar days, or FEEL; of an event also until which day. */
function Term(props: PanelProps & { readonly setting: 'deadline' | 'term' }): ReactNode {
  const { node, setting, say, edit, readOnly } = props
  const name = say(`setting.${setting}`)
  const dated = setting === 'term' && node.until !== null
  const parts = dated
    ? { unit: 'date' as const, text: (node.until ?? '').replace(/^=\s*/u, '') }
    : termParts(node.settings[setting])
  const give = (unit: TermUnit | 'date', text: string): void =>
    edit(xml => {
      if (unit === 'date') return setWait(xml, node.id, { kind: 'date', text: `= ${text}` })
      const term = termText({ unit, text })
      if (setting === 'deadline') return setStepSetting(xml, node.id, setting, term)
      return term === null ? Promise.resolve(xml) : setWait(xml, node.id, { kind: 'term', text: term })
    })
  const units: readonly (TermUnit | 'date')[] =
    setting === 'deadline'
      ? ['none', 'workingDays', 'calendarDays', 'feel']
      : ['workingDays', 'calendarDays', 'feel', 'date']
  const counted = parts.unit === 'workingDays' || parts.unit === 'calendarDays'
  return (
    <>
      <SelectInput
        label={say('unit', { name })}
        value={parts.unit}
        readOnly={readOnly}
        options={units.map(value => ({ value, text: say(`unit.${value}`) }))}
        give={value => {
          const unit = value as TermUnit | 'date'
          const days = unit === 'workingDays' || unit === 'calendarDays'
          give(unit, days === counted && parts.text !== '' ? parts.text : days ? '1' : 'today()')
        }}
      />
      {parts.unit === 'none' ? null : (
        <TextInput
          label={say(counted ? 'amount' : 'expression', { name })}
          value={parts.text}
          readOnly={readOnly}
          code={!counted}
          mistake={text => (counted || text.startsWith('{') ? null : feelMistake(say, text))}
          give={text => give(parts.unit, text)}
        />
      )}
    </>
  )
}

/** What is wrong with an expression while it is typed; null for nothing, also where nothing is typed. */
function feelMistake(say: SayProcess, text: string): string | null {
  const feel = text.replace(/^\s*=/u, '').trim()
  return feel === '' || checkFeel(feel) === undefined ? null : say('problem.expression-invalid', { problem: feel })
}

/** The ways that lead out of a node: where to, when, and what if nothing holds. */
function Flows(props: PanelProps): ReactNode {
  const { node, nodes, say, edit, readOnly } = props
  const names = props.names.get(props.language) ?? new Map<string, string>()
  if (node.type === 'bpmn:EndEvent') return null
  const choice = /(?:Exclusive|Inclusive|Complex)Gateway$/u.test(node.type)
  const title = (id: string): string => {
    const other = nodes.find(one => one.id === id)
    return other === undefined ? id : nameOf(other, names)
  }
  const open = nodes.filter(
    other =>
      other.scope === node.scope &&
      other.id !== node.id &&
      other.type !== 'bpmn:StartEvent' &&
      other.type !== 'bpmn:BoundaryEvent' &&
      !node.outgoing.some(({ to }) => to === other.id),
  )
  return (
    <fieldset>
      <legend>{say('flows')}</legend>
      {node.outgoing.map(flow => (
        <div key={flow.id} className="process-flow">
          <h4>{say('flow.to', { name: title(flow.to) })}</h4>
          {choice ? (
            <TextInput
              label={say('flow.name')}
              value={flow.name}
              readOnly={readOnly}
              give={text => edit(xml => setElementName(xml, flow.id, text))}
            />
          ) : null}
          {choice && flow.otherwise ? <p>{say('flow.otherwise')}</p> : null}
          {choice && !flow.otherwise ? (
            <TextInput
              label={say('flow.condition')}
              value={flow.condition ?? ''}
              readOnly={readOnly}
              code
              lines={2}
              mistake={text => feelMistake(say, text)}
              give={text => edit(xml => setCondition(xml, flow.id, text))}
            />
          ) : null}
          {readOnly ? null : (
            <div className="editor-presses">
              {choice && !flow.otherwise ? (
                <Press press={() => edit(xml => setDefaultFlow(xml, flow.id))}>{say('flow.make-otherwise')}</Press>
              ) : null}
              <Press press={() => props.choose(flow.to)}>{say('flow.to', { name: title(flow.to) })}</Press>
              <Press press={() => edit(xml => removeFlow(xml, flow.id))}>{say('flow.remove')}</Press>
            </div>
          )}
        </div>
      ))}
      {readOnly ? null : (
        <SelectInput
          label={say('connect')}
          value=""
          readOnly={false}
          options={[
            { value: '', text: say('connect.choose') },
            ...open.map(({ id }) => ({ value: id, text: title(id) })),
          ]}
          give={to => {
            if (to !== '') edit(xml => connectSteps(xml, node.id, to))
          }}
        />
      )}
    </fieldset>
  )
}
