import { changeAt } from '@tereze/regulation'
import type { ReactNode } from 'react'
import { useFileDesk } from '../desk.ts'
import type { FieldOf } from '../field-of.ts'
import { blankOf, fits, type Shape } from '../shape.ts'
import type { FileWord } from '../words.ts'
import { Wrong } from './frame.tsx'

/** What a way is called: nothing, a sum, a rule, or by what kind of value it is. */
function wayWord(way: Shape): FileWord {
  if (way.kind === 'none') return 'either.none'
  if (way.kind === 'text') return way.of === 'feel' || way.of === 'expression' ? 'either.rule' : 'either.text'
  if (way.kind === 'object') return way.members.some(({ name }) => name === 'currency') ? 'either.sum' : 'either.parts'
  return 'either.other'
}

/** One of several kinds of value: which, and that value. */
export function EitherField(props: FieldOf & { shape: Extract<Shape, { kind: 'either' }> }): ReactNode {
  const desk = useFileDesk()
  const { pointer, shape, value } = props
  const chosen = shape.ways.find(way => fits(way, value)) ?? shape.ways[0]
  return (
    <fieldset className="reg-group">
      <legend>{props.label}</legend>
      <div className="reg-choices">
        {shape.ways.map((way, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the ways of a format stay in their order
          <label key={index}>
            <input
              type="radio"
              name={`either${pointer}`}
              checked={way === chosen}
              disabled={desk.readOnly}
              onChange={() => desk.edit(now => changeAt(now, pointer, blankOf(way), null))}
            />
            {desk.say(wayWord(way))}
          </label>
        ))}
      </div>
      {chosen === undefined || chosen.kind === 'none' ? (
        <Wrong pointer={pointer} />
      ) : (
        <desk.Field {...props} shape={chosen} />
      )}
    </fieldset>
  )
}
