import type { ReactNode } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../words/words.ts'
import type { Completion } from './completion.ts'
import type { CaseView } from './view.ts'
import { whoseView } from './whose-case.ts'

/** The last look before what cannot be taken back: what, to whom, why. */
export function ConfirmCompletion(of: {
  completion: Completion | null
  close: () => void
  confirm: (completion: Completion) => void
  view: CaseView
}): ReactNode {
  const { completion } = of
  return (
    <ModalOverlay
      className="veil"
      isOpen={completion !== null}
      onOpenChange={open => (open ? undefined : of.close())}
      isDismissable
    >
      <Modal className="sheet sheet-narrow">
        <Dialog role="alertdialog">{completion === null ? null : <LastLook {...of} completion={completion} />}</Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function LastLook(of: {
  completion: Completion
  close: () => void
  confirm: (completion: Completion) => void
  view: CaseView
}): ReactNode {
  const words = useWords()
  const { completion, view } = of
  const decides = completion.outcomeWords !== null
  return (
    <>
      <Heading slot="title" className="sheet-title">
        {completion.outcomeWords ?? words.say('form.complete')}
      </Heading>
      <p>
        {words.pick(view.card.title)}
        <br />
        {whoseView(view, words)}, <span className="number">{view.card.number}</span>
      </p>
      <dl className="facts">
        {completion.lines.map(line => (
          <div key={line.label}>
            <dt>{line.label}</dt>
            <dd className="last-look-value">{line.value}</dd>
          </div>
        ))}
      </dl>
      <p>{words.say(decides ? 'form.confirm-decision' : 'form.confirm-work')}</p>
      <div className="actions">
        <Button className="button" onPress={() => of.confirm(completion)} autoFocus>
          {words.say(decides ? 'form.decide' : 'form.complete')}
        </Button>
        <Button className="button button-quiet" onPress={of.close}>
          {words.say('form.not-yet')}
        </Button>
      </div>
    </>
  )
}
