import { changeAt, isObject, type Part, readAt } from '@tereze/regulation'
import { Icon } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { mayChange, useDesk } from '../desk.ts'
import { keysOffered, offersFor } from '../offers.ts'
import type { PartFieldProps } from '../part-field-props.ts'
import { valueWord } from '../words.ts'
import { ChoiceOf, ChoicesOf, YesNoField } from './choice-fields.tsx'
import { EntriesField } from './entries-field.tsx'
import { ExpressionField } from './expression-field.tsx'
import { FieldFrame, Mistakes, Openness } from './field-frame.tsx'
import { LineField } from './line-field.tsx'
import { ListField } from './list-field.tsx'
import { KindField, ObjectField } from './object-field.tsx'
import { ArticleField, MoneyParts, TermField } from './term-fields.tsx'
import { WordsField } from './words-field.tsx'

function readNumber(text: string): unknown {
  if (text.trim() === '') return undefined
  const number = Number(text.replace(',', '.'))
  return Number.isFinite(number) ? number : text
}

/** Fixed or by a rule; by the nomenclature or for a term of its own: which of two parts it is, and that part. */
function EitherField(props: PartFieldProps & { part: Extract<Part, { kind: 'either' }> }): ReactNode {
  const desk = useDesk()
  const { say } = desk
  const { pointer, label, part, value, member } = props
  const isSum = part.parts.some(({ kind }) => kind === 'money')
  const second = isSum ? typeof value === 'string' : isObject(value) && 'closed' in value
  const chosen = part.parts[second ? 1 : 0] ?? { kind: 'text' }
  const words = isSum ? (['either.fixed', 'either.rule'] as const) : (['either.kind', 'either.term'] as const)
  const begin = (index: number) => {
    const own = part.parts[index]
    if (own?.kind === 'money')
      return {
        amount: '',
        currency:
          desk.around?.surroundings.jurisdictions.find(({ id }) => id === desk.regulation.jurisdiction)?.currency ?? '',
      }
    if (own?.kind !== 'object') return ''
    const before = isObject(value) ? value : {}
    return Object.fromEntries(own.members.map(({ name }) => [name, before[name] ?? '']))
  }
  return (
    <fieldset className="reg-group">
      <legend>{label}</legend>
      <Openness pointer={pointer} label={label} />
      <div className="reg-choices">
        {words.map((word, index) => (
          <label key={word}>
            <input
              type="radio"
              name={`r${pointer}`}
              checked={second === (index === 1)}
              disabled={!mayChange(desk, pointer)}
              onChange={() => desk.edit(now => changeAt(now, pointer, begin(index)))}
            />
            {say(word)}
          </label>
        ))}
      </div>
      {chosen.kind === 'money' ? (
        <MoneyParts pointer={pointer} label={label} value={value} />
      ) : chosen.kind === 'object' ? (
        <ObjectField pointer={pointer} member={member} part={chosen} value={value} />
      ) : (
        <ExpressionField pointer={pointer} label={say('either.rule')} value={value} template={false} />
      )}
      {chosen.kind === 'feel' ? null : <Mistakes pointer={pointer} />}
    </fieldset>
  )
}

/** The field for a part of the format: what it is says how it is written. */
export function PartField(props: PartFieldProps): ReactNode {
  const desk = useDesk()
  const { pointer, owner, member, label, part, value, required } = props
  const own = { pointer, label, value }
  const offers = offersFor(
    part.kind === 'list' ? part.item : part,
    owner,
    member,
    desk.regulation,
    desk.around,
    desk.language,
  )
  switch (part.kind) {
    case 'words':
      return <WordsField {...own} />
    case 'feel':
      return <ExpressionField {...own} template={false} />
    case 'template':
      return <ExpressionField {...own} template />
    case 'choice':
      if (member === 'kind' && isTop(pointer))
        return (
          <ChoiceOf
            {...own}
            offers={part.values
              .filter(one => one !== 'joining' || one === value)
              .map(one => ({ value: one, text: desk.say(valueWord(member, one)) }))}
            openness={false}
          />
        )
      if ((member === 'from' && owner === 'needs') || (member === 'kind' && owner === 'results'))
        return <KindField {...own} member={member} values={part.values} />
      return (
        <ChoiceOf {...own} offers={part.values.map(one => ({ value: one, text: desk.say(valueWord(member, one)) }))} />
      )
    case 'choices':
      return (
        <ChoicesOf
          {...own}
          offers={part.values.map(one => ({ value: one, text: desk.say(valueWord(member, one)) }))}
          optional={!required}
        />
      )
    case 'list':
      if (part.item.kind === 'id' && offers !== null) return <ChoicesOf {...own} offers={offers} optional={!required} />
      return (
        <ListField
          pointer={pointer}
          owner={owner}
          member={member}
          label={label}
          part={part}
          value={value}
          required={required}
        />
      )
    case 'object':
      if (isElement(pointer))
        return (
          <>
            <Mistakes pointer={pointer} />
            <ObjectField pointer={pointer} member={member} part={part} value={value} />
          </>
        )
      return (
        <fieldset className="reg-group">
          <legend>{label}</legend>
          <Openness pointer={pointer} label={label} />
          <Mistakes pointer={pointer} />
          <ObjectField pointer={pointer} member={member} part={part} value={value} />
        </fieldset>
      )
    case 'either':
      return <EitherField {...props} part={part} />
    case 'term':
      return <TermField {...own} />
    case 'money':
      return (
        <FieldFrame pointer={pointer} label={label} group>
          <MoneyParts {...own} />
        </FieldFrame>
      )
    case 'entries':
      return (
        <EntriesField
          {...own}
          offered={
            keysOffered(
              readAt(desk.regulation, pointer.slice(0, pointer.lastIndexOf('/'))),
              member,
              desk.regulation,
              desk.around,
            ) ?? []
          }
        />
      )
    case 'number':
      return <LineField {...own} inputMode="numeric" read={readNumber} />
    case 'yes-no':
      return <YesNoField {...own} optional={!required} />
    case 'date':
      return <LineField {...own} type="date" />
    case 'article':
      return (
        <ArticleField
          {...own}
          acts={offersFor({ kind: 'act' }, owner, member, desk.regulation, desk.around, desk.language) ?? []}
        />
      )
    case 'pointer':
      return (
        <p className="reg-code">
          <Icon name="edit" /> {String(value)}
        </p>
      )
    case 'format':
      return null
    default:
      return offers === null || (offers.length === 0 && desk.around === null) ? (
        <LineField {...own} />
      ) : (
        <ChoiceOf {...own} offers={offers} />
      )
  }
}

function isTop(pointer: string): boolean {
  return pointer.lastIndexOf('/') === 0
}

/** Whether a pointer names an element of a list: what surrounds it has said its name already. */
function isElement(pointer: string): boolean {
  return /\/\d+$/.test(pointer)
}
