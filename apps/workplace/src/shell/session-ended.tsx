import { type ReactNode, useSyncExternalStore } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { onSessionEnd, sessionHasEnded } from '../session/session-state.ts'
import { signInAddress } from '../session/sign-in.ts'
import { useWords } from '../words/words.tsx'

/** Comes when the session ends during work: nothing written is lost, and one comes back to this place. */
export function SessionEnded(): ReactNode {
  const { say } = useWords()
  const ended = useSyncExternalStore(onSessionEnd, sessionHasEnded)
  return (
    <ModalOverlay className="veil" isOpen={ended} isKeyboardDismissDisabled>
      <Modal className="sheet sheet-narrow">
        <Dialog role="alertdialog">
          <Heading slot="title" className="sheet-title">
            {say('state.signed-out.title')}
          </Heading>
          <p>{say('shell.session-ended')}</p>
          <div className="actions">
            <a className="button" href={signInAddress(window.location)}>
              {say('state.sign-in')}
            </a>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
