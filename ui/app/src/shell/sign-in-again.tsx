import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useSession } from '../session/session.tsx'
import { onSignInWanted, signInSettled, signInWanted } from '../session/session-state.ts'
import { signedInChannel, signInAddress } from '../session/sign-in.ts'
import { useWords } from '../words/words.tsx'

/** Opens the sign-in beside the page, as a tab that may close itself and cannot reach this one; false where the browser does not let us. */
function openBeside(address: string): boolean {
  const tab = window.open(address, '_blank')
  if (tab === null) return false
  tab.opener = null
  return true
}

/**
 * Comes when the session ends during work, or when what was asked for needs a surer sign-in: one signs in beside this page, and nothing
 * written here is lost. Once that is done the page goes on by itself, unless somebody else has signed in.
 */
export function SignInAgain(of: {
  /** Where the sign-in ends: the path of the app's `SignedInPage`. */
  back: string
}): ReactNode {
  const { say } = useWords()
  const { id } = useSession()
  const queries = useQueryClient()
  const wanted = useSyncExternalStore(onSignInWanted, signInWanted)
  useEffect(() => {
    const channel = new BroadcastChannel(signedInChannel)
    channel.onmessage = async ({ data }) => {
      if (data !== id) return window.location.reload()
      // The new session has another form token: commands need it before they are given again.
      await queries.refetchQueries({ queryKey: ['session'] })
      signInSettled()
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    }
    return () => channel.close()
  }, [id, queries])
  const surer = wanted?.for === 'surer'
  const address = signInAddress({ pathname: of.back, search: '' }, wanted?.for === 'surer' ? wanted.level : null)
  return (
    <ModalOverlay
      className="veil"
      isOpen={wanted !== null}
      isKeyboardDismissDisabled={!surer}
      onOpenChange={open => open || signInSettled()}
    >
      <Modal className="sheet sheet-narrow">
        <Dialog role="alertdialog">
          <Heading slot="title" className="sheet-title">
            {say(surer ? 'state.surer.title' : 'state.signed-out.title')}
          </Heading>
          <p>{say(surer ? 'shell.surer' : 'shell.session-ended')}</p>
          <div className="actions">
            <a
              className="button"
              href={address}
              target="_blank"
              rel="noopener"
              onClick={event => {
                if (openBeside(address)) event.preventDefault()
              }}
            >
              {say('state.sign-in')}
            </a>
            {surer ? (
              <button type="button" className="button button-quiet" onClick={signInSettled}>
                {say('state.not-now')}
              </button>
            ) : null}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
