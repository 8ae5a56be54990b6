import { changeData } from '@tereze/cases/contract'
import { Pane } from '@tereze/ui-components'
import { type FormEvent, type ReactNode, useState } from 'react'
import { BusyButton } from '../state/busy-button.tsx'
import { RefusalNote } from '../state/refusal-note.tsx'
import { useWords } from '../words/words.tsx'
import { readValue } from './read-value.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { useDeed } from './use-deed.ts'

/** Puts one value of a case's data right: looked at first, before and after, then done with a reason. */
export function DataPane({ place }: { place: { organisation: string; case: string } }): ReactNode {
  const words = useWords()
  const [pointer, setPointer] = useState('')
  const [written, setWritten] = useState('')
  const preview = useDeed(changeData)
  const deed = useDeed(changeData)
  const wish = { ...place, pointer: `/${pointer.replace(/^\//, '')}`, value: readValue(written) }
  const look = (event: FormEvent) => {
    event.preventDefault()
    deed.reset()
    preview.mutate({ ...wish, reason: words.say('operator.looking'), preview: true })
  }
  return (
    <Pane>
      <h2>{words.say('operator.data.title')}</h2>
      <form onSubmit={look}>
        <div className="field">
          <label htmlFor="operator-pointer">{words.say('operator.data.pointer')}</label>
          <div className="hint" id="operator-pointer-hint">
            {words.say('operator.data.pointer-hint')}
          </div>
          <input
            id="operator-pointer"
            className="input"
            required
            autoComplete="off"
            spellCheck={false}
            aria-describedby="operator-pointer-hint"
            value={pointer}
            onChange={event => setPointer(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="operator-value">{words.say('operator.data.value')}</label>
          <div className="hint" id="operator-value-hint">
            {words.say('operator.data.value-hint')}
          </div>
          <input
            id="operator-value"
            className="input"
            autoComplete="off"
            spellCheck={false}
            aria-describedby="operator-value-hint"
            value={written}
            onChange={event => setWritten(event.target.value)}
          />
        </div>
        <BusyButton
          type="submit"
          className="button button-quiet button-small"
          busy={preview.isPending}
          disabled={pointer === ''}
        >
          {words.say('operator.data.look')}
        </BusyButton>
      </form>
      {preview.error ? <RefusalNote problem={preview.error.problem} /> : null}
      <p role="status">{deed.isSuccess ? words.say('operator.data.changed') : ''}</p>
      {preview.data === undefined ? null : (
        <ReasonDialog
          title={words.say('operator.data.title')}
          action={words.say('operator.data.change')}
          busy={deed.isPending}
          problem={deed.error?.problem ?? null}
          close={() => preview.reset()}
          confirm={reason => deed.mutate({ ...wish, reason }, { onSuccess: () => preview.reset() })}
        >
          <dl className="facts">
            <div>
              <dt>{words.say('operator.data.before')}</dt>
              <dd>
                <code>{JSON.stringify(preview.data.before)}</code>
              </dd>
            </div>
            <div>
              <dt>{words.say('operator.data.after')}</dt>
              <dd>
                <code>{JSON.stringify(preview.data.after)}</code>
              </dd>
            </div>
          </dl>
        </ReasonDialog>
      )}
    </Pane>
  )
}
