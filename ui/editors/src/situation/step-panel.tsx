import { isObject, readAt } from '@tereze/regulation'
import { Icon } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useFileDesk } from '../file/desk.ts'
import { ObjectField } from '../file/fields/object-field.tsx'
import { shapeAt } from '../file/shape.ts'
import { removeStep } from './change-journey.ts'
import { journeyOf } from './journey.ts'
import type { SaySituation } from './say-situation.ts'

/** What is chosen on the picture: the step, and the service that it stands for. */
export function StepPanel(props: {
  index: number
  serviceName: (service: string) => string
  say: SaySituation
}): ReactNode {
  const desk = useFileDesk()
  const { index, say } = props
  const step = journeyOf(desk.value)
    .flatMap(({ steps }) => steps)
    .find(one => one.index === index)
  if (step === undefined) return null
  const part = (pointer: string, name: string) => {
    const shape = shapeAt(desk.shape, pointer.split('/').slice(1), desk.value)
    const value = readAt(desk.value, pointer)
    if (shape?.kind !== 'object' || !isObject(value)) return null
    return (
      <ObjectField
        pointer={pointer}
        name={name}
        shape={shape}
        value={value}
        without={name === 'services' ? ['service'] : []}
      />
    )
  }
  return (
    <div className="sit-panel">
      <section>
        <h3>{say('step')}</h3>
        {part(`/steps/${index}`, 'steps')}
        {desk.readOnly ? null : (
          <button type="button" className="reg-add" onClick={() => desk.edit(now => removeStep(now, index))}>
            <Icon name="remove" /> {say('remove')}
          </button>
        )}
      </section>
      {step.service === null ? null : (
        <section>
          <h3>{say('service', { service: props.serviceName(step.service) })}</h3>
          {step.entry < 0 ? (
            <p className="mistake">{say('service.none')}</p>
          ) : (
            part(`/services/${step.entry}`, 'services')
          )}
        </section>
      )}
    </div>
  )
}
