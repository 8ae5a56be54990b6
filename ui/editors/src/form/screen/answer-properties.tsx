import type { FieldLayout, Json } from '@tereze/forms'
import type { ReactNode } from 'react'
import { setMember } from '../changes/set-member.ts'
import { currencyOf, type Keyword, setCurrency, setKeyword, setRequired } from '../changes/set-schema.ts'
import { isRequired, schemaOf } from '../draft/data-schema.ts'
import { templateAt } from '../draft/place.ts'
import { useDesk } from './form-desk.ts'
import { MemberFeel, Section } from './section.tsx'
import { CheckSetting, ChoiceSetting, NumberSetting, TextSetting } from './setting.tsx'

/** Formats of a text that are checked and have words of their own when they are wrong. */
const formats = ['email', 'uri', 'time'] as const

/** What a valid answer is: whether there must be one, and its limits, by the kind of the question. */
export function AnswerProperties({ item }: { item: FieldLayout }): ReactNode {
  const { draft, selected, apply, readOnly, say } = useDesk()
  const template = templateAt(draft.form, selected)
  return (
    <Section title={say('section.answer')}>
      {item.calculate === undefined ? (
        <CheckSetting
          label={say('required')}
          readOnly={readOnly}
          value={isRequired(draft.schema, template)}
          commit={value => apply(setRequired(draft, selected, value), { stay: true })}
        />
      ) : null}
      <Limits item={item} />
    </Section>
  )
}

function Limits({ item }: { item: FieldLayout }): ReactNode {
  const { say } = useDesk()
  switch (item.as) {
    case 'text':
    case 'long-text':
      return (
        <>
          <Limit keyword="minLength" label={say('limit.shortest')} whole />
          <Limit keyword="maxLength" label={say('limit.longest')} whole />
          {item.as === 'text' ? (
            <>
              <Pattern />
              <Format />
            </>
          ) : null}
        </>
      )
    case 'number':
      return (
        <>
          <Whole />
          <Limit keyword="minimum" label={say('limit.least')} />
          <Limit keyword="maximum" label={say('limit.most')} />
        </>
      )
    case 'money':
      return <Currency />
    case 'choice':
    case 'person-choice':
    case 'bank-account':
      return <MemberFeel member="from" label={say('from')} hint={say('from.hint')} />
    case 'choices':
      return (
        <>
          <MemberFeel member="from" label={say('from')} hint={say('from.hint')} />
          <Limit keyword="minItems" label={say('limit.fewest')} whole />
          <Limit keyword="maxItems" label={say('limit.many')} whole />
        </>
      )
    case 'address':
    case 'code':
      return <LookedUp item={item} />
    case 'files':
      return <Files />
    default:
      return null
  }
}

function useSchema() {
  const { draft, selected } = useDesk()
  return schemaOf(draft.schema, templateAt(draft.form, selected))
}

function Limit(props: { keyword: Keyword; label: string; whole?: boolean }): ReactNode {
  const { draft, selected, apply, readOnly } = useDesk()
  const value = useSchema()?.[props.keyword]
  return (
    <NumberSetting
      label={props.label}
      whole={props.whole}
      readOnly={readOnly}
      value={typeof value === 'number' ? value : null}
      commit={number => apply(setKeyword(draft, selected, props.keyword, number), { stay: true })}
    />
  )
}

function Pattern(): ReactNode {
  const { draft, selected, apply, readOnly, say } = useDesk()
  const value = useSchema()?.pattern
  return (
    <TextSetting
      label={say('pattern')}
      hint={say('pattern.hint')}
      readOnly={readOnly}
      value={typeof value === 'string' ? value : ''}
      commit={text => apply(setKeyword(draft, selected, 'pattern', text === '' ? undefined : text), { stay: true })}
    />
  )
}

function Format(): ReactNode {
  const { draft, selected, apply, readOnly, say } = useDesk()
  const value = useSchema()?.format
  const known = typeof value === 'string' ? value : ''
  const others = known === '' || (formats as readonly string[]).includes(known) ? [] : [{ value: known, text: known }]
  return (
    <ChoiceSetting
      label={say('format')}
      readOnly={readOnly}
      value={known}
      options={[
        { value: '', text: say('format.any') },
        ...formats.map(format => ({ value: format, text: say(`format.${format}`) })),
        ...others,
      ]}
      commit={format =>
        apply(setKeyword(draft, selected, 'format', format === '' ? undefined : format), { stay: true })
      }
    />
  )
}

function Whole(): ReactNode {
  const { draft, selected, apply, readOnly, say } = useDesk()
  return (
    <CheckSetting
      label={say('limit.whole')}
      readOnly={readOnly}
      value={useSchema()?.type === 'integer'}
      commit={value => apply(setKeyword(draft, selected, 'type', value ? 'integer' : 'number'), { stay: true })}
    />
  )
}

function Currency(): ReactNode {
  const { draft, selected, apply, readOnly, say } = useDesk()
  return (
    <TextSetting
      label={say('currency')}
      hint={say('currency.hint')}
      readOnly={readOnly}
      value={currencyOf(useSchema()) ?? ''}
      commit={text => {
        const sign = text.trim().toUpperCase()
        if (sign === '' || /^[A-Z]{3}$/.test(sign)) apply(setCurrency(draft, selected, sign || null), { stay: true })
      }}
    />
  )
}

function LookedUp({ item }: { item: FieldLayout }): ReactNode {
  const { draft, selected, apply, readOnly, say } = useDesk()
  const set = (member: 'register' | 'classifier' | 'own', value: string | boolean | undefined) =>
    apply(setMember(draft, selected, member, value), { stay: true })
  return (
    <>
      <TextSetting
        label={say('register')}
        hint={say('register.hint')}
        readOnly={readOnly}
        value={item.register ?? ''}
        commit={text => set('register', text.trim())}
      />
      {item.as === 'code' ? (
        <TextSetting
          label={say('classifier')}
          readOnly={readOnly}
          value={item.classifier ?? ''}
          commit={text => set('classifier', text.trim() === '' ? undefined : text.trim())}
        />
      ) : null}
      <CheckSetting
        label={say('own')}
        readOnly={readOnly}
        value={item.own === true}
        commit={value => set('own', value ? true : undefined)}
      />
    </>
  )
}

/** The page offers as many as the schema takes. */
function Files(): ReactNode {
  const { draft, selected, apply, readOnly, say } = useDesk()
  const most: Json | undefined = useSchema()?.maxItems
  return (
    <NumberSetting
      whole
      label={say('files.most')}
      readOnly={readOnly}
      value={typeof most === 'number' ? most : null}
      commit={number => {
        const count = number === 0 ? undefined : number
        const limited = setKeyword(draft, selected, 'maxItems', count)
        apply(limited.ok ? setMember(limited.draft, selected, 'max', count) : limited, { stay: true })
      }}
    />
  )
}
