import { FIELD_KINDS, type FieldKind, type FieldLayout, isGroup, isRepeat } from '@tereze/forms'
import { type ReactNode, useId } from 'react'
import { changeKind } from '../changes/change-kind.ts'
import type { Outcome } from '../changes/outcome.ts'
import { renameField } from '../changes/rename-field.ts'
import { setMember, setSignature } from '../changes/set-member.ts'
import { setKeyword } from '../changes/set-schema.ts'
import { schemaOf } from '../draft/data-schema.ts'
import { itemAt, pageAt, templateAt } from '../draft/place.ts'
import { firstWords } from '../words.ts'
import { AnswerProperties } from './answer-properties.tsx'
import { useDesk } from './form-desk.ts'
import { kindText } from './item-text.ts'
import { MeaningProperties } from './meaning-properties.tsx'
import { MemberFeel, Section } from './section.tsx'
import { ChoiceSetting, NumberSetting, TextSetting } from './setting.tsx'

/** What is said of the place that is selected: what it asks for, when, with which value, why. */
export function Properties(): ReactNode {
  const { draft, selected, say } = useDesk()
  const title = useId()
  const item = itemAt(draft.form, selected)
  return (
    <aside className="form-properties" aria-labelledby={title}>
      <h2 id={title}>{item === null ? say('kind.page') : kindText(item, say)}</h2>
      {item === null ? <PageProperties /> : isGroup(item) ? <GroupProperties /> : null}
      {item !== null && !isGroup(item) && isRepeat(item) ? <RepeatProperties /> : null}
      {item !== null && !isGroup(item) && !isRepeat(item) ? <FieldProperties item={item} /> : null}
    </aside>
  )
}

function FieldProperties({ item }: { item: FieldLayout }): ReactNode {
  const { draft, selected, apply, readOnly, say } = useDesk()
  const template = templateAt(draft.form, selected)
  const isOwn = schemaOf(draft.schema, template) !== null
  return (
    <>
      <Section title={say('section.question')}>
        <ChoiceSetting
          label={say('kind')}
          readOnly={readOnly || !isOwn}
          value={item.as}
          options={FIELD_KINDS.map(kind => ({ value: kind, text: say(`kind.${kind}`) }))}
          commit={kind => apply(changeKind(draft, selected, kind as FieldKind, firstWords()), { stay: true })}
        />
        <NameSetting />
        {isOwn ? null : <p className="form-note">{say('shared')}</p>}
      </Section>
      {isOwn ? <AnswerProperties item={item} /> : null}
      <Section title={say('section.condition')}>
        <MemberFeel member="when" label={say('when')} hint={say('when.hint')} />
        <MemberFeel member="calculate" label={say('calculate')} hint={say('calculate.hint')} />
        <MemberFeel member="check" label={say('check')} hint={say('check.hint')} />
      </Section>
      <MeaningProperties item={item} />
    </>
  )
}

/** The name of the data: changed everywhere where it is known to be read, and told where somebody must look. */
function NameSetting(): ReactNode {
  const { draft, selected, files, path, apply, readOnly, say } = useDesk()
  const template = templateAt(draft.form, selected)
  const rename = (name: string) => {
    const { outcome, files: more, byHand } = renameField(files, path, draft, selected, name.trim())
    const note = byHand.length === 0 ? undefined : say('renamed.by-hand', { paths: byHand.join(', ') })
    apply(outcome, { files: more, note, stay: true })
  }
  return (
    <TextSetting
      label={say('name')}
      hint={say('name.hint', { path: template.filter(step => step !== '*').join('.') })}
      value={template.at(-1) ?? ''}
      readOnly={readOnly}
      commit={rename}
    />
  )
}

function PageProperties(): ReactNode {
  const { draft, selected, apply, readOnly, say } = useDesk()
  const page = pageAt(draft.form, selected)
  if (page === null) return null
  return (
    <>
      <Section title={say('section.condition')}>
        <MemberFeel member="when" label={say('when')} hint={say('when.page')} />
      </Section>
      {page.exit === undefined ? null : (
        <TextSetting
          label={say('instead')}
          hint={say('instead.hint')}
          readOnly={readOnly}
          value={(page.instead ?? []).map(service => service.replace(/^service:/, '')).join(', ')}
          commit={text => {
            const ids = text.split(/[,\s]+/).filter(id => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
            const services = ids.length === 0 ? undefined : ids.map(id => `service:${id}`)
            apply(setMember(draft, selected, 'instead', services), { stay: true })
          }}
        />
      )}
      <Section title={say('section.form')}>
        <ChoiceSetting
          label={say('signature')}
          hint={say('signature.hint')}
          readOnly={readOnly}
          value={draft.form.signature ?? ''}
          options={[
            { value: '', text: say('signature.none') },
            { value: 'advanced', text: say('signature.advanced') },
            { value: 'qualified', text: say('signature.qualified') },
          ]}
          commit={kind =>
            apply(setSignature(draft, kind === '' ? undefined : (kind as 'advanced' | 'qualified')), { stay: true })
          }
        />
      </Section>
    </>
  )
}

function GroupProperties(): ReactNode {
  const { say } = useDesk()
  return (
    <Section title={say('section.condition')}>
      <MemberFeel member="when" label={say('when')} hint={say('when.group')} />
    </Section>
  )
}

function RepeatProperties(): ReactNode {
  const { draft, selected, apply, readOnly, say } = useDesk()
  const schema = schemaOf(draft.schema, templateAt(draft.form, selected))
  const numbered = (outcome: Outcome) => apply(outcome, { stay: true })
  const count = (keyword: 'minItems' | 'maxItems') => (typeof schema?.[keyword] === 'number' ? schema[keyword] : null)
  return (
    <>
      <Section title={say('section.question')}>
        <NameSetting />
        <NumberSetting
          whole
          label={say('list.least')}
          readOnly={readOnly}
          value={count('minItems')}
          commit={value => numbered(setKeyword(draft, selected, 'minItems', value))}
        />
        <NumberSetting
          whole
          label={say('list.most')}
          readOnly={readOnly}
          value={count('maxItems')}
          commit={value => numbered(setKeyword(draft, selected, 'maxItems', value))}
        />
      </Section>
      <Section title={say('section.condition')}>
        <MemberFeel member="when" label={say('when')} hint={say('when.group')} />
      </Section>
    </>
  )
}
