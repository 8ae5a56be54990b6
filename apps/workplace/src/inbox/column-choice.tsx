import { CheckMark } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { Button, Checkbox, CheckboxGroup, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useSettings } from '../shell/settings.tsx'
import { useWords } from '../words/words.ts'
import { columnIds, readColumns } from './columns.ts'

/** Which columns the inbox shows; kept on this machine. */
export function ColumnChoice(): ReactNode {
  const { say } = useWords()
  const { settings, change } = useSettings()
  return (
    <DialogTrigger>
      <Button className="button button-quiet button-small">{say('inbox.columns')}</Button>
      <Popover className="floating" placement="bottom end">
        <Dialog aria-label={say('inbox.columns')}>
          <CheckboxGroup
            className="checks"
            aria-label={say('inbox.columns')}
            value={[...settings.columns]}
            onChange={columns => change({ columns: readColumns(columns) })}
          >
            {columnIds.map(column => (
              <Checkbox key={column} value={column} className="check">
                <CheckMark />
                {say(`inbox.column.${column}`)}
              </Checkbox>
            ))}
          </CheckboxGroup>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
