import { BusyButton, RefusalNote } from '@tereze/ui-app'
import type { Problem } from '@tereze/ui-client'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../words/words.ts'

/** Shortest reason that the platform takes, in characters. */
const shortest = 5

/** What is about to be done, what would come of it, and the question why: nothing is done without a reason. */
export function ReasonDialog(of: {
  title: string
  action: string
  busy: boolean
  problem: Problem | null
  close: () => void
  confirm: (reason: string) => void
  /** It cannot be done: only the way back is offered. */
  impossible?: boolean
  /** What becomes of the reason, where it is not kept with a case. */
  hint?: string
  children?: ReactNode
}): ReactNode {
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={open => (open ? undefined : of.close())} isDismissable>
      <Modal className="sheet sheet-narrow">
        <Dialog>
          <Heading slot="title" className="sheet-title">
            {of.title}
          </Heading>
          {of.children}
          {of.problem ? <RefusalNote problem={of.problem} /> : null}
          {of.impossible ? <BackOnly close={of.close} /> : <Reason {...of} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function BackOnly({ close }: { close: () => void }): ReactNode {
  const { say } = useWords()
  return (
    <div className="actions">
      <Button className="button button-quiet" onPress={close} autoFocus>
        {say('operator.back')}
      </Button>
    </div>
  )
}

function Reason(of: {
  action: string
  hint?: string
  busy: boolean
  close: () => void
  confirm: (reason: string) => void
}): ReactNode {
  const { say } = useWords()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const written = reason.trim()
    setMissing(written.length < shortest)
    if (written.length >= shortest) of.confirm(written)
  }
  return (
    <form onSubmit={send} noValidate>
      <div className={missing ? 'field wrong' : 'field'}>
        <label htmlFor="operator-reason">{say('operator.reason')}</label>
        <div className="hint" id="operator-reason-hint">
          {of.hint ?? say('operator.reason-hint')}
        </div>
        {missing ? (
          <p className="mistake" role="alert">
            {say('operator.reason-missing')}
          </p>
        ) : null}
        <textarea
          id="operator-reason"
          className="input"
          rows={3}
          maxLength={2000}
          required
          aria-describedby="operator-reason-hint"
          aria-invalid={missing}
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
      </div>
      <div className="actions">
        <BusyButton type="submit" className="button" busy={of.busy}>
          {of.action}
        </BusyButton>
        <Button className="button button-quiet" onPress={of.close}>
          {say('operator.back')}
        </Button>
      </div>
    </form>
  )
}
