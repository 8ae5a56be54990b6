import { Icon } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { duplicateItem } from '../changes/duplicate-item.ts'
import { moveBy, moveItem } from '../changes/move-item.ts'
import { removeItem } from '../changes/remove-item.ts'
import { itemAt, itemsIn, placeKey, placeOfKey, templateAt } from '../draft/place.ts'
import { useDesk } from './form-desk.ts'
import { ImportDialog } from './import-dialog.tsx'
import { itemText, pageText } from './item-text.ts'
import { targetsOf } from './moving.ts'

/** What can be done with what is selected: each command has a key as well, which its title names. */
export function Commands(): ReactNode {
  const desk = useDesk()
  const { draft, selected, say, language, readOnly, apply, neighbours } = desk
  const item = itemAt(draft.form, selected)
  const targets = item === null ? [] : targetsOf(draft, selected)
  const nameOf = (key: string) => {
    const place = placeOfKey(key)
    const page = pageText(draft, place[0] ?? 0, language)
    const inner = itemAt(draft.form, place)
    return inner === null ? page : `${page} › ${itemText(draft, inner, templateAt(draft.form, place), language)}`
  }
  if (readOnly) return null
  return (
    <div className="form-commands" role="toolbar" aria-label={say('commands')}>
      <Button
        className="button button-quiet button-small"
        onPress={() => apply(moveBy(draft, selected, -1, neighbours))}
      >
        {say('command.up')}
      </Button>
      <Button
        className="button button-quiet button-small"
        onPress={() => apply(moveBy(draft, selected, 1, neighbours))}
      >
        {say('command.down')}
      </Button>
      {targets.length === 0 ? null : (
        <MenuTrigger>
          <Button className="button button-quiet button-small">{say('command.move')}</Button>
          <Popover className="floating form-menu" placement="bottom start">
            <Menu
              className="menu"
              aria-label={say('command.move')}
              items={targets.map(place => ({ id: placeKey(place) }))}
              onAction={key => {
                const container = placeOfKey(String(key))
                const index = itemsIn(draft.form, container)?.length ?? 0
                apply(moveItem(draft, selected, { container, index }, neighbours))
              }}
            >
              {({ id }) => (
                <MenuItem id={id} className="menu-item">
                  {nameOf(id)}
                </MenuItem>
              )}
            </Menu>
          </Popover>
        </MenuTrigger>
      )}
      {item === null ? null : (
        <Button className="button button-quiet button-small" onPress={() => apply(duplicateItem(draft, selected))}>
          {say('command.copy')}
        </Button>
      )}
      <Button
        className="button button-quiet button-small"
        onPress={() => apply(removeItem(draft, selected, neighbours))}
      >
        <Icon name="remove" />
        {say('command.remove')}
      </Button>
      <ImportDialog />
    </div>
  )
}
