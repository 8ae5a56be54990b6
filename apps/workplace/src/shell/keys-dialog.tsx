import { CheckMark } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { Button, Checkbox, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../words/words.ts'
import { useSettings } from './settings.tsx'

const groups = [
  {
    title: 'keys.list',
    keys: [
      ['J', '↓', 'keys.next'],
      ['K', '↑', 'keys.previous'],
      ['Enter', null, 'keys.open'],
      ['C', null, 'keys.claim'],
      ['/', null, 'keys.search'],
      ['X', null, 'keys.tick'],
      ['1 – 7', null, 'keys.lists'],
    ],
  },
  {
    title: 'keys.case',
    keys: [
      ['C', null, 'keys.claim-case'],
      ['D', null, 'keys.decide'],
      ['W', null, 'keys.way'],
      ['U', null, 'keys.back'],
    ],
  },
  { title: 'keys.operations', keys: [['1 – 4', null, 'keys.operations-tabs']] },
  {
    title: 'keys.registers',
    keys: [
      ['1 – 3', null, 'keys.registers-tabs'],
      ['/', null, 'keys.search'],
      ['E', null, 'keys.registers-change'],
    ],
  },
  { title: 'keys.everywhere', keys: [['?', null, 'keys.help']] },
] as const

/** Which key does what, and a way to turn single keys off (WCAG 2.1.4). */
export function KeysDialog({ open, change }: { open: boolean; change: (open: boolean) => void }): ReactNode {
  const { say } = useWords()
  const settings = useSettings()
  return (
    <ModalOverlay className="veil" isOpen={open} onOpenChange={change} isDismissable>
      <Modal className="sheet">
        <Dialog>
          {({ close }) => (
            <>
              <Heading slot="title" className="sheet-title">
                {say('keys.title')}
              </Heading>
              <div className="key-groups">
                {groups.map(group => (
                  <section key={group.title}>
                    <h3>{say(group.title)}</h3>
                    <dl className="keys">
                      {group.keys.map(([key, other, does]) => (
                        <div key={does}>
                          <dt>
                            <kbd>{key}</kbd>
                            {other === null ? null : <kbd>{other}</kbd>}
                          </dt>
                          <dd>{say(does)}</dd>
                        </div>
                      ))}
                    </dl>
                  </section>
                ))}
              </div>
              <Checkbox
                className="check"
                isSelected={settings.settings.shortcuts}
                onChange={shortcuts => settings.change({ shortcuts })}
              >
                <CheckMark />
                {say('keys.on')}
              </Checkbox>
              <div className="actions">
                <Button className="button" onPress={close} autoFocus>
                  {say('shell.close')}
                </Button>
              </div>
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
