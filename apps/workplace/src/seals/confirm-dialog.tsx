import { type AddedAuthority, plainFingerprint } from '@tereze/signatures/contract'
import { BusyButton, RefusalNote } from '@tereze/ui-app'
import type { Problem } from '@tereze/ui-client'
import { TextAreaField } from '@tereze/ui-components'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { formValues } from '../state/form-values.ts'
import { useWords } from '../words/words.ts'

/** Asks for the fingerprint as the authority itself publishes it: who copies it from the list has compared nothing. */
export function ConfirmDialog(of: {
  authority: AddedAuthority
  busy: boolean
  problem: Problem | null
  close: () => void
  confirm: (fingerprint: string) => void
}): ReactNode {
  const { say } = useWords()
  const [isOther, setOther] = useState(false)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const written = plainFingerprint(formValues(event.currentTarget).text('fingerprint'))
    setOther(written !== of.authority.fingerprint)
    if (written === of.authority.fingerprint) of.confirm(written)
  }
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={open => (open ? undefined : of.close())} isDismissable>
      <Modal className="sheet sheet-narrow">
        <Dialog>
          <Heading slot="title" className="sheet-title">
            {say('seals.confirm-title', { holder: of.authority.holder })}
          </Heading>
          <p>{say('seals.confirm-text')}</p>
          {of.problem ? <RefusalNote problem={of.problem} /> : null}
          <form onSubmit={send} noValidate>
            <TextAreaField
              name="fingerprint"
              label={say('seals.confirm-fingerprint')}
              hint={say('seals.confirm-hint')}
              mistake={isOther ? say('seals.confirm-other') : undefined}
              maxLength={200}
            />
            <div className="actions">
              <BusyButton type="submit" className="button" busy={of.busy}>
                {say('seals.confirm')}
              </BusyButton>
              <Button className="button button-quiet" onPress={of.close}>
                {say('operator.back')}
              </Button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
