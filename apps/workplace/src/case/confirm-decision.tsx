import type { ReactNode } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { isMessageId } from '../words/messages.ts'
import { useWords } from '../words/words.tsx'
import type { DecisionDraft } from './decision-draft.ts'
import { needsGrounds } from './decision-mistakes.ts'
import type { TaskKind } from './task-kind.ts'
import type { CaseView } from './view.ts'

/** The last look before an act that cannot be taken back: what, to whom, why. */
export function ConfirmDecision(of: {
  open: boolean
  close: () => void
  confirm: () => void
  answer: DecisionDraft
  view: CaseView
  kind: TaskKind
}): ReactNode {
  const words = useWords()
  const { answer, view, kind } = of
  const choice = `decision.choose.${answer.outcome ?? ''}`
  const does = isMessageId(choice) ? words.say(choice) : words.say(`decision.submit.${kind}`)
  const grounds = needsGrounds(answer.outcome)
    ? view.refusalGrounds.filter(ground => answer.grounds.includes(ground.id))
    : []
  return (
    <ModalOverlay
      className="veil"
      isOpen={of.open}
      onOpenChange={open => (open ? undefined : of.close())}
      isDismissable
    >
      <Modal className="sheet sheet-narrow">
        <Dialog role="alertdialog">
          <Heading slot="title" className="sheet-title">
            {words.say('decision.confirm-title', { does })}
          </Heading>
          <p>
            {words.pick(view.card.title)}
            <br />
            {words.name(view.applicant.name)}, {view.card.number}
          </p>
          {grounds.length > 0 ? (
            <ul>
              {grounds.map(ground => (
                <li key={ground.id}>{words.pick(ground.text)}</li>
              ))}
            </ul>
          ) : null}
          {answer.reason.trim() === '' ? null : <blockquote className="reason">{answer.reason.trim()}</blockquote>}
          <p>{words.say(kind === 'work' ? 'decision.confirm-work' : 'decision.confirm-hint')}</p>
          <div className="actions">
            <Button className="button" onPress={of.confirm} autoFocus>
              {does}
            </Button>
            <Button className="button button-quiet" onPress={of.close}>
              {words.say('decision.not-yet')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
