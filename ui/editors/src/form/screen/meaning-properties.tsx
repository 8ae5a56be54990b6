import type { FieldLayout, Json, JsonObject } from '@tereze/forms'
import { isList, isObject } from '@tereze/forms'
import { type ReactNode, useId, useMemo } from 'react'
import { setMember } from '../changes/set-member.ts'
import { setKeyword } from '../changes/set-schema.ts'
import { schemaOf } from '../draft/data-schema.ts'
import { templateAt } from '../draft/place.ts'
import { useDesk } from './form-desk.ts'
import { Section } from './section.tsx'
import { ChoiceSetting, TextSetting } from './setting.tsx'

/** Labels of protection that data may carry besides being open. */
const labels = [
  'official-use',
  'personal',
  'special',
  'biometric',
  'tax-secret',
  'medical-secret',
  'bank-secret',
] as const

/** What is known beforehand and may be done with it, by which clause it is asked, what the data mean and how they are protected. */
export function MeaningProperties({ item }: { item: FieldLayout }): ReactNode {
  const { draft, selected, apply, readOnly, say, files, language } = useDesk()
  const schema = schemaOf(draft.schema, templateAt(draft.form, selected))
  const list = useId()
  const regulation = files.get('regulation.json')
  const clauses = useMemo(() => clausesOf(regulation), [regulation])
  const concepts = useMemo(() => [...conceptsIn(draft.schema)].sort(), [draft.schema])
  const source = useMemo(() => sourceOf(files.get('sources.json'), item.field), [files, item.field])
  const because = item.because ?? ''
  const label = typeof schema?.label === 'string' ? schema.label : ''
  const concept = typeof schema?.concept === 'string' ? schema.concept.replace(/^concept:/, '') : ''
  return (
    <>
      <Section title={say('section.known')}>
        <ChoiceSetting
          label={say('prefill')}
          hint={source === null ? say('prefill.none') : say('prefill.source', { source })}
          readOnly={readOnly}
          value={item.prefill ?? ''}
          options={[
            { value: '', text: say('prefill.default') },
            { value: 'correctable', text: say('prefill.correctable') },
            { value: 'locked', text: say('prefill.locked') },
            { value: 'suggestion', text: say('prefill.suggestion') },
          ]}
          commit={value =>
            apply(setMember(draft, selected, 'prefill', value === '' ? undefined : value), { stay: true })
          }
        />
        <ChoiceSetting
          label={say('because')}
          hint={say('because.hint')}
          readOnly={readOnly}
          value={because}
          options={[
            { value: '', text: say('because.none') },
            ...clauses.map(id => ({ value: id, text: clauseText(id, draft.words[language][`clause.${id}`]) })),
            ...(because === '' || clauses.includes(because) ? [] : [{ value: because, text: because }]),
          ]}
          commit={value =>
            apply(setMember(draft, selected, 'because', value === '' ? undefined : value), { stay: true })
          }
        />
      </Section>
      {schema === null ? null : (
        <Section title={say('section.meaning')}>
          <TextSetting
            label={say('concept')}
            hint={say('concept.hint')}
            readOnly={readOnly}
            value={concept}
            list={list}
            mistake={concept === '' || isConcept(concept) ? null : say('concept.form')}
            commit={text => {
              const id = text.trim().replace(/^concept:/, '')
              if (id !== '' && !isConcept(id)) return
              apply(setKeyword(draft, selected, 'concept', id === '' ? undefined : `concept:${id}`), { stay: true })
            }}
          />
          <datalist id={list}>
            {concepts.map(one => (
              <option key={one} value={one} />
            ))}
          </datalist>
          <ChoiceSetting
            label={say('protection')}
            readOnly={readOnly}
            value={label}
            options={[
              { value: '', text: say('protection.open') },
              ...labels.map(one => ({ value: one, text: say(`protection.${one}`) })),
              ...(label === '' || (labels as readonly string[]).includes(label) ? [] : [{ value: label, text: label }]),
            ]}
            commit={value =>
              apply(setKeyword(draft, selected, 'label', value === '' ? undefined : value), { stay: true })
            }
          />
        </Section>
      )}
    </>
  )
}

const isConcept = (id: string) => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)

function clauseText(id: string, text: string | undefined): string {
  return text === undefined ? id : `${id} · ${text.length > 90 ? `${text.slice(0, 90)}…` : text}`
}

function parsed(text: string | undefined): Json {
  try {
    return text === undefined ? null : (JSON.parse(text) as Json)
  } catch {
    // The editor of that file says what is wrong with it.
    return null
  }
}

function clausesOf(text: string | undefined): string[] {
  const regulation = parsed(text)
  const clauses = isObject(regulation) ? regulation.clauses : []
  return isList(clauses) ? clauses.flatMap(one => (isObject(one) && typeof one.id === 'string' ? [one.id] : [])) : []
}

/** The source that fetches the data of a question or what they stand in. */
function sourceOf(text: string | undefined, field: string): string | null {
  const sources = parsed(text)
  if (!isList(sources)) return null
  for (const source of sources) {
    if (!isObject(source) || typeof source.into !== 'string' || typeof source.id !== 'string') continue
    if (field === source.into || field.startsWith(`${source.into}/`)) {
      const from = source.contract ?? source.register
      return typeof from === 'string' ? `${source.id} (${from})` : source.id
    }
  }
  return null
}

function* conceptsIn(node: JsonObject): Generator<string> {
  const found = new Set<string>()
  const visit = (value: Json) => {
    if (isList(value)) for (const part of value) visit(part)
    else if (isObject(value)) {
      if (typeof value.concept === 'string') found.add(value.concept.replace(/^concept:/, ''))
      for (const part of Object.values(value)) visit(part)
    }
  }
  visit(node)
  yield* found
}
