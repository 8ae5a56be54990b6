import { BusyButton, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import { type FormEvent, lazy, type ReactNode, Suspense, useId, useState } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { whoseCase } from '../case/whose-case.ts'
import { isMessageId } from '../words/messages.ts'
import { useWords, type Words } from '../words/words.ts'
import { decideAlike } from './decide-alike.ts'
import type { Task } from './task.ts'
import { type Many, useMany, useStaff } from './use-many.ts'

/** The form engine comes only when one has something to fill in. */
const AlikeWork = lazy(() => import('./alike-work.tsx'))

/** What can be done with the chosen tasks, and afterwards what became of each. */
export function BulkBar({ chosen, clear }: { chosen: readonly Task[]; clear: () => void }): ReactNode {
  const words = useWords()
  const many = useMany()
  const { id } = useSession()
  const [giving, setGiving] = useState(false)
  const [completing, setCompleting] = useState(false)
  const [first, ...others] = chosen
  const outcome = many.data?.items ?? []
  const refused = outcome.filter(({ refusal }) => refusal !== null)
  const told = many.variables?.tasks ?? []

  function start(what: Many): void {
    setGiving(false)
    setCompleting(false)
    many.mutate({ many: what, tasks: chosen }, { onSuccess: clear })
  }

  return (
    <>
      {many.error ? <RefusalNote problem={many.error.problem} /> : null}
      {many.isSuccess ? (
        <div className="bulk-outcome" role="status">
          <p>{words.say('bulk.done', { count: outcome.length - refused.length })}</p>
          {refused.length === 0 ? null : (
            <ul>
              {refused.map(item => (
                <li key={item.task}>
                  {nameOf(
                    told.find(({ task }) => task === item.task),
                    words,
                  )}
                  : {whyNot(item.refusal?.code ?? '', words)}
                </li>
              ))}
            </ul>
          )}
        </div>
      ) : null}
      {chosen.length === 0 ? null : (
        <section className="bulk-bar" aria-label={words.say('bulk.bar')}>
          <strong>{words.say('bulk.chosen', { count: chosen.length })}</strong>
          <BusyButton className="button button-small" busy={many.isPending} onClick={() => start({ kind: 'take' })}>
            {words.say('bulk.take')}
          </BusyButton>
          {chosen.every(({ may }) => may?.assign === true) ? (
            <Button className="button button-quiet button-small" onPress={() => setGiving(true)}>
              {words.say('bulk.give')}
            </Button>
          ) : null}
          {decideAlike(chosen, id) ? (
            <Button className="button button-quiet button-small" onPress={() => setCompleting(true)}>
              {words.say('bulk.complete')}
            </Button>
          ) : null}
          <Button className="button button-plain" onPress={clear}>
            {words.say('bulk.clear')}
          </Button>
        </section>
      )}
      <ModalOverlay className="veil" isOpen={giving} onOpenChange={setGiving} isDismissable>
        <Modal className="sheet sheet-narrow">
          <Dialog>
            <Giving count={chosen.length} start={start} close={() => setGiving(false)} />
          </Dialog>
        </Modal>
      </ModalOverlay>
      <ModalOverlay className="veil" isOpen={completing} onOpenChange={setCompleting} isDismissable>
        <Modal className="sheet sheet-narrow">
          <Dialog aria-label={words.say('bulk.complete')}>
            {first === undefined ? null : (
              <Suspense fallback={<Waiting lines={6} />}>
                <AlikeWork
                  tasks={[first, ...others]}
                  finish={completion => start({ kind: 'complete', completion })}
                  close={() => setCompleting(false)}
                />
              </Suspense>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  )
}

function Giving(of: { count: number; start: (many: Many) => void; close: () => void }): ReactNode {
  const words = useWords()
  const form = useId()
  const staff = useStaff(true)
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')

  function send(event: FormEvent): void {
    event.preventDefault()
    of.start({ kind: 'give', to: to === '' ? null : to, reason })
  }

  return (
    <form onSubmit={send} className="act-form">
      <Heading slot="title" className="sheet-title">
        {words.say('bulk.give-title', { count: of.count })}
      </Heading>
      <label className="act-field" htmlFor={`${form}-to`}>
        <span>{words.say('acts.to')}</span>
        <select id={`${form}-to`} className="input" value={to} onChange={event => setTo(event.currentTarget.value)}>
          <option value="">{words.say('acts.to-unit')}</option>
          {staff.data?.items.map(({ official, name }) => (
            <option key={official} value={official}>
              {words.name(name)}
            </option>
          ))}
        </select>
      </label>
      <label className="act-field" htmlFor={`${form}-reason`}>
        <span>{words.say('acts.text.reassign')}</span>
        <textarea
          id={`${form}-reason`}
          className="input"
          rows={3}
          required
          maxLength={1000}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
      </label>
      <div className="actions">
        <Button type="submit" className="button">
          {words.say('acts.go.reassign')}
        </Button>
        <Button className="button button-quiet" onPress={of.close}>
          {words.say('form.not-yet')}
        </Button>
      </div>
    </form>
  )
}

function nameOf(task: Task | undefined, words: Words): string {
  return task === undefined ? '' : `${whoseCase(task, words)}, ${task.number}`
}

function whyNot(code: string, words: Words): string {
  const key = `bulk.refused.${code}`
  return isMessageId(key) ? words.say(key) : words.say('bulk.refused')
}
