import { useSession } from '@tereze/ui-app'
import { type ReactNode, useState } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useWords } from '../../words/words.ts'
import type { CaseTask, CaseView } from '../view.ts'
import { ActDialog } from './act-dialog.tsx'
import { type ActKind, decideActs } from './act-kinds.ts'

/** What else may be done with a task and with the term of its case. */
export function ActMenu({ view, task }: { view: CaseView; task: CaseTask }): ReactNode {
  const { say } = useWords()
  const { id } = useSession()
  const [chosen, choose] = useState<ActKind | null>(null)
  const [done, setDone] = useState<ActKind | null>(null)
  const kinds = decideActs(view, task, id)
  return (
    <>
      {kinds.length === 0 ? null : (
        <MenuTrigger>
          <Button className="button button-quiet button-small">{say('acts.more')}</Button>
          <Popover className="floating" placement="bottom end">
            <Menu className="menu" aria-label={say('acts.more')} onAction={key => choose(key as ActKind)}>
              {kinds.map(kind => (
                <MenuItem key={kind} id={kind} className="menu-item">
                  {say(`acts.${kind}`)}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      )}
      <p className="hidden-text" role="status">
        {done === null ? '' : say(`acts.done.${done}`)}
      </p>
      <ActDialog
        kind={chosen}
        view={view}
        task={task}
        close={() => choose(null)}
        done={kind => {
          choose(null)
          setDone(kind)
        }}
      />
    </>
  )
}
