import { useQuery } from '@tanstack/react-query'
import { type Emergency, listEmergencies, reviewEmergency } from '@tereze/access/contract'
import { ask, BusyButton, Failure, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import { PageState } from '@tereze/ui-components'
import type { FormEvent, ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { EmergencyTable } from './emergency-table.tsx'
import { rightsKey, useCommand } from './use-command.ts'

/** Emergencies that wait for a review; the security officer says of each whether it was one. */
export function ReviewPart(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const review = useCommand(reviewEmergency)
  const query = useQuery({
    queryKey: [rightsKey, 'emergencies', organisation],
    queryFn: ({ signal }) => ask(listEmergencies, { organisation, unreviewed: true, limit: 50 }, { signal }),
  })
  const deed = ({ emergency, state }: Emergency): ReactNode => {
    if (state === 'running') return words.say('rights.review-later')
    const send = (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault()
      const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
      const remark = String(form.get('remark')).trim()
      review.mutate({ organisation, emergency, remark, justified: form.get('justified') === 'yes' })
    }
    return (
      <form onSubmit={send}>
        <label className="field">
          <span>{words.say('rights.remark')}</span>
          <input className="input" name="remark" required maxLength={1000} />
        </label>
        <div className="actions">
          <BusyButton
            type="submit"
            name="justified"
            value="yes"
            className="button button-small"
            busy={review.isPending}
          >
            {words.say('rights.justified')}
          </BusyButton>
          <BusyButton
            type="submit"
            name="justified"
            value="no"
            className="button button-quiet button-small"
            busy={review.isPending}
          >
            {words.say('rights.unjustified')}
          </BusyButton>
        </div>
      </form>
    )
  }
  return (
    <section aria-labelledby="review">
      <h2 id="review">{words.say('rights.to-review')}</h2>
      {query.isPending ? <Waiting lines={3} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {review.error ? <RefusalNote problem={review.error.problem} /> : null}
      {query.data?.items.length === 0 ? (
        <PageState drawing="empty" title={words.say('rights.none-title')} small heading="h3">
          <p>{words.say('rights.none-text')}</p>
        </PageState>
      ) : null}
      {query.data === undefined || query.data.items.length === 0 ? null : (
        <EmergencyTable items={query.data.items} who deed={deed} />
      )}
    </section>
  )
}
