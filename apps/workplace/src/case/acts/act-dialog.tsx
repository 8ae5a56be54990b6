import { BusyButton, RefusalNote } from '@tereze/ui-app'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../../words/words.ts'
import type { CaseTask, CaseView } from '../view.ts'
import { type ActKind, actFields } from './act-kinds.ts'
import { groundChoices, pauseChoices } from './ground-choices.ts'
import { type ActAnswers, useAct, useAskable, useColleagues } from './use-acts.ts'

const nothing: ActAnswers = { to: '', until: '', ground: '', text: '', fields: [] }

/** Asks what an act needs, and does it. */
export function ActDialog(of: {
  kind: ActKind | null
  view: CaseView
  task: CaseTask
  close: () => void
  done: (kind: ActKind) => void
}): ReactNode {
  return (
    <ModalOverlay
      className="veil"
      isOpen={of.kind !== null}
      onOpenChange={open => (open ? undefined : of.close())}
      isDismissable
    >
      <Modal className="sheet sheet-narrow">
        <Dialog>{of.kind === null ? null : <ActForm {...of} kind={of.kind} />}</Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function ActForm(of: {
  kind: ActKind
  view: CaseView
  task: CaseTask
  close: () => void
  done: (kind: ActKind) => void
}): ReactNode {
  const words = useWords()
  const { kind, task } = of
  const asked = actFields[kind]
  const form = useId()
  const [answers, setAnswers] = useState(nothing)
  const colleagues = useColleagues(task, asked.to !== undefined)
  const grounds = asked.grounds === undefined ? [] : groundChoices(of.view.mayAct, asked.grounds)
  const pauses = asked.pause === true ? pauseChoices(of.view.mayAct) : []
  const askable = useAskable(task, asked.fields === true)
  const act = useAct(task)
  const put = (part: Partial<ActAnswers>) => setAnswers(before => ({ ...before, ...part }))
  const chosen = grounds.find(({ ground }) => ground === answers.ground)
  const pausing = pauses.length > 0 && answers.ground !== ''
  const dated = asked.until === 'by-ground' ? chosen?.ends === 'date' : asked.until !== undefined && !pausing
  const others = (colleagues.data?.items ?? []).filter(({ official }) => official !== task.holder?.official)

  function send(event: FormEvent): void {
    event.preventDefault()
    const until = dated ? answers.until : ''
    act.mutate({ kind, answers: { ...answers, until } }, { onSuccess: () => of.done(kind) })
  }

  return (
    <form onSubmit={send} className="act-form">
      <Heading slot="title" className="sheet-title">
        {words.say(`acts.${kind}`)}
      </Heading>
      <p>{words.say(`acts.hint.${kind}`)}</p>
      {asked.to === undefined ? null : (
        <label className="act-field" htmlFor={`${form}-to`}>
          <span>{words.say('acts.to')}</span>
          <select
            id={`${form}-to`}
            className="input"
            required={asked.to === 'colleague'}
            value={answers.to}
            onChange={event => put({ to: event.currentTarget.value })}
          >
            <option value="">{words.say(asked.to === 'unit' ? 'acts.to-unit' : 'acts.choose')}</option>
            {others.map(({ official, name }) => (
              <option key={official} value={official}>
                {words.name(name)}
              </option>
            ))}
          </select>
        </label>
      )}
      {asked.grounds === undefined ? null : (
        <fieldset className="act-field">
          <legend>{words.say('acts.ground')}</legend>
          {grounds.map(({ ground, text, ends, term }) => (
            <label key={ground} className="act-choice">
              <input
                type="radio"
                name={`${form}-ground`}
                required
                checked={answers.ground === ground}
                onChange={() => put({ ground })}
              />
              <span>
                {words.pick(text)}
                {term === null ? null : (
                  <span className="act-term">
                    {words.say(ends === null ? 'acts.by' : `acts.ends.${ends}`, { term: words.pick(term) })}
                  </span>
                )}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <label className="act-field" htmlFor={`${form}-text`}>
        <span>
          {words.say(`acts.text.${kind}`)}
          {asked.text === 'optional' ? ` (${words.say('form.optional')})` : ''}
        </span>
        <textarea
          id={`${form}-text`}
          className="input"
          rows={4}
          required={asked.text === 'needed'}
          minLength={asked.least}
          maxLength={asked.most}
          value={answers.text}
          onChange={event => put({ text: event.currentTarget.value })}
        />
      </label>
      {asked.fields === true && (askable.data?.items.length ?? 0) > 0 ? (
        <fieldset className="act-field">
          <legend>
            {words.say('acts.fields')} ({words.say('form.optional')})
          </legend>
          {askable.data?.items.map(({ pointer, label }) => (
            <label key={pointer} className="act-choice">
              <input
                type="checkbox"
                checked={answers.fields.includes(pointer)}
                onChange={event =>
                  put({
                    fields: event.currentTarget.checked
                      ? [...answers.fields, pointer]
                      : answers.fields.filter(one => one !== pointer),
                  })
                }
              />
              {words.pick(label)}
            </label>
          ))}
        </fieldset>
      ) : null}
      {pauses.length === 0 ? null : (
        <fieldset className="act-field">
          <legend>{words.say('acts.pause')}</legend>
          <label className="act-choice">
            <input
              type="radio"
              name={`${form}-pause`}
              checked={answers.ground === ''}
              onChange={() => put({ ground: '' })}
            />
            {words.say('acts.pause.no')}
          </label>
          {pauses.map(({ ground, text, term }) => (
            <label key={ground} className="act-choice">
              <input
                type="radio"
                name={`${form}-pause`}
                checked={answers.ground === ground}
                onChange={() => put({ ground })}
              />
              <span>
                {words.say('acts.pause.yes', { ground: words.pick(text) })}
                {term === null ? null : (
                  <span className="act-term">{words.say('acts.ends.answer', { term: words.pick(term) })}</span>
                )}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {dated ? (
        <label className="act-field" htmlFor={`${form}-until`}>
          <span>
            {words.say('acts.until')}
            {asked.until === 'optional' ? ` (${words.say('form.optional')})` : ''}
          </span>
          <input
            id={`${form}-until`}
            type="date"
            className="input act-date"
            required={asked.until !== 'optional'}
            value={answers.until}
            onChange={event => put({ until: event.currentTarget.value })}
          />
        </label>
      ) : null}
      {act.error ? <RefusalNote problem={act.error.problem} /> : null}
      <div className="actions">
        <BusyButton type="submit" className="button" busy={act.isPending}>
          {words.say(`acts.go.${kind}`)}
        </BusyButton>
        <Button className="button button-quiet" onPress={of.close}>
          {words.say('form.not-yet')}
        </Button>
      </div>
    </form>
  )
}
