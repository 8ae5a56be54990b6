import type { ReactNode } from 'react'
import { useFileDesk } from '../desk.ts'
import type { FieldOf } from '../field-of.ts'
import { offersFor } from '../offers.ts'
import type { Shape } from '../shape.ts'
import { valueText } from '../words.ts'
import { AnyField } from './any-field.tsx'
import { ChoiceField, YesNoField } from './choice-fields.tsx'
import { EitherField } from './either-field.tsx'
import { ExpressionField } from './expression-field.tsx'
import { Wrong } from './frame.tsx'
import { ListField } from './list-field.tsx'
import { MapField } from './map-field.tsx'
import { ObjectField } from './object-field.tsx'
import { PeriodField, TermField } from './period-field.tsx'
import { NumberField, TextField } from './text-field.tsx'
import { WordsField } from './words-field.tsx'

/** Whether a pointer names an element of a list: what surrounds it has said its name already. */
function isElement(pointer: string): boolean {
  return /\/\d+$/.test(pointer)
}

/** The field for a shape: what stands there says how it is written. */
export function AnyShape(props: FieldOf & { shape: Shape }): ReactNode {
  const desk = useFileDesk()
  const { shape, pointer, owner, member, label, value } = props
  switch (shape.kind) {
    case 'text': {
      if (shape.of === 'message') return <WordsField {...props} />
      if (shape.of === 'feel') return <ExpressionField {...props} template={false} />
      if (shape.of === 'expression') return <ExpressionField {...props} template />
      if (shape.of === 'period') return <PeriodField {...props} />
      const offered = offersFor(shape, owner, member, pointer, desk)
      if (offered !== null && !offered.open) return <ChoiceField {...props} offers={offered.offers} />
      return <TextField {...props} shape={shape} offers={offered?.offers ?? []} />
    }
    case 'choice':
      return (
        <ChoiceField
          {...props}
          offers={shape.values.map(one => ({ value: one, text: valueText(desk.say, member, one) }))}
        />
      )
    case 'number':
      return <NumberField {...props} />
    case 'yes-no':
      return <YesNoField {...props} />
    case 'term':
      return <TermField {...props} />
    case 'list':
      return <ListField {...props} shape={shape} />
    case 'map':
      return <MapField {...props} shape={shape} />
    case 'either':
      return <EitherField {...props} shape={shape} />
    case 'object':
      if (isElement(pointer))
        return (
          <div className="file-element">
            <Wrong pointer={pointer} />
            <ObjectField pointer={pointer} name={member} shape={shape} value={value} />
          </div>
        )
      return (
        <fieldset className="reg-group">
          <legend>{label}</legend>
          <Wrong pointer={pointer} />
          <ObjectField pointer={pointer} name={member} shape={shape} value={value} />
        </fieldset>
      )
    case 'any':
      return <AnyField {...props} />
    case 'fixed':
      return (
        <p className="reg-hint">
          {label}: {valueText(desk.say, member, String(shape.value))}
        </p>
      )
    case 'none':
      return null
  }
}
