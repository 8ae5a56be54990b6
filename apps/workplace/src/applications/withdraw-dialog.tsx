import { BusyButton, RefusalNote } from '@tereze/ui-app'
import type { Problem } from '@tereze/ui-client'
import type { ReactNode } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../words/words.ts'

/** What comes of withdrawing something, and the question whether to. */
export function WithdrawDialog(of: {
  title: string
  text: string
  busy: boolean
  problem: Problem | null
  close: () => void
  confirm: () => void
}): ReactNode {
  const { say } = useWords()
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={open => (open ? undefined : of.close())} isDismissable>
      <Modal className="sheet sheet-narrow">
        <Dialog role="alertdialog">
          <Heading slot="title" className="sheet-title">
            {of.title}
          </Heading>
          <p>{of.text}</p>
          {of.problem ? <RefusalNote problem={of.problem} /> : null}
          <div className="actions">
            <BusyButton className="button" busy={of.busy} onClick={of.confirm}>
              {say('applications.withdraw')}
            </BusyButton>
            <Button className="button button-quiet" onPress={of.close}>
              {say('operator.back')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
