import { changeData } from '@tereze/cases/contract'
import { BusyButton, RefusalNote } from '@tereze/ui-app'
import { Pane } from '@tereze/ui-components'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'
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
        <Wish name="pointer" required value={pointer} put={setPointer} />
        <Wish name="value" value={written} put={setWritten} />
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
            <Value name="before" value={preview.data.before} />
            <Value name="after" value={preview.data.after} />
          </dl>
        </ReasonDialog>
      )}
    </Pane>
  )
}

/** One of the two things that are asked: which value, and what it is to be. */
function Wish(of: {
  name: 'pointer' | 'value'
  required?: boolean
  value: string
  put: (value: string) => void
}): ReactNode {
  const { say } = useWords()
  const id = `operator-${of.name}`
  return (
    <div className="field">
      <label htmlFor={id}>{say(`operator.data.${of.name}`)}</label>
      <div className="hint" id={`${id}-hint`}>
        {say(`operator.data.${of.name}-hint`)}
      </div>
      <input
        id={id}
        className="input"
        required={of.required === true}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        value={of.value}
        onChange={event => of.put(event.target.value)}
      />
    </div>
  )
}

function Value({ name, value }: { name: 'before' | 'after'; value: unknown }): ReactNode {
  const { say } = useWords()
  return (
    <div>
      <dt>{say(`operator.data.${name}`)}</dt>
      <dd>
        <code>{JSON.stringify(value)}</code>
      </dd>
    </div>
  )
}
