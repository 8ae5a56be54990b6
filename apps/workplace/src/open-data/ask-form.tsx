import { type DatasetCard, requestPublication } from '@tereze/datasets/contract'
import { BusyButton, RefusalNote } from '@tereze/ui-app'
import { Callout } from '@tereze/ui-components'
import type { FormEvent, ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { useCommand } from './use-command.ts'

/** Asks to publish a dataset out of turn: which, and why; somebody else decides. */
export function AskForm({
  datasets,
  organisation,
}: {
  datasets: readonly DatasetCard[]
  organisation: string
}): ReactNode {
  const words = useWords()
  const request = useCommand(requestPublication)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const value = (name: string) => String(form.get(name) ?? '').trim()
    request.mutate({ organisation, dataset: value('dataset'), reason: value('reason') })
  }
  return (
    <details className="more">
      <summary>{words.say('open-data.ask')}</summary>
      <form className="exchange-form" onSubmit={send}>
        <label className="field">
          <span>{words.say('open-data.dataset')}</span>
          <select className="input" name="dataset" required>
            {datasets.map(({ dataset, title }) => (
              <option key={dataset} value={dataset}>
                {words.pick(title)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{words.say('open-data.reason')}</span>
          <textarea className="input" name="reason" rows={3} minLength={3} maxLength={500} required />
        </label>
        <BusyButton type="submit" className="button" busy={request.isPending}>
          {words.say('open-data.ask-send')}
        </BusyButton>
      </form>
      {request.error ? <RefusalNote problem={request.error.problem} /> : null}
      {request.isSuccess ? <Callout tone="done" title={words.say('open-data.asked')} live /> : null}
    </details>
  )
}
