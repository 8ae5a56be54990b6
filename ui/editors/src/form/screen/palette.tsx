import { Icon } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Button, GridList, GridListItem } from 'react-aria-components'
import { useDesk } from './form-desk.ts'
import { kindIcons } from './item-text.ts'
import { type Addable, addAt, addables, spotBehind, useAdding } from './moving.ts'

/** What a form may have: chosen with Enter it is added behind what is selected, dragged where it is dropped. */
export function Palette(): ReactNode {
  const desk = useDesk()
  const { say, draft, selected } = desk
  const { dragAndDropHooks } = useAdding()
  const nameOf = (kind: Addable) => say(`kind.${kind}`)
  return (
    <GridList
      className="form-palette"
      aria-label={say('palette')}
      items={addables.map(id => ({ id }))}
      dragAndDropHooks={dragAndDropHooks}
      onAction={key => {
        if (!desk.readOnly) desk.apply(addAt(draft, spotBehind(draft, selected), key as Addable))
      }}
    >
      {({ id }) => (
        <GridListItem id={id} textValue={nameOf(id)} className="form-palette-item">
          <Button slot="drag" className="form-grip" aria-label={say('drag', { name: nameOf(id) })}>
            <Icon name={kindIcons[id]} />
          </Button>
          {nameOf(id)}
        </GridListItem>
      )}
    </GridList>
  )
}
