import { useInfiniteQuery } from '@tanstack/react-query'
import { ask, BusyButton, RefusalNote, useFields, useSession } from '@tereze/ui-app'
import { Callout, PageState, Table, TextAreaField, TextField } from '@tereze/ui-components'
import { listWatchedPersons, unwatchPerson, watchPerson } from '@tereze/vigilance/contract'
import type { FormEvent, ReactNode } from 'react'
import { formValues } from '../state/form-values.ts'
import { itemsOf, ListFrame } from '../state/list-frame.tsx'
import { useWords } from '../words/words.ts'
import { useCommand, vigilanceKey } from './use-command.ts'

/** Persons protected from curiosity, and officials with their relatives, for the security officer alone: each look at the list is an access. */
export function WatchedPart(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const unwatch = useCommand(unwatchPerson)
  const query = useInfiniteQuery({
    queryKey: [vigilanceKey, 'watched', organisation],
    queryFn: ({ pageParam, signal }) =>
      ask(
        listWatchedPersons,
        { organisation, limit: 50, ...(pageParam === null ? {} : { after: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
  })
  const items = itemsOf(query)
  return (
    <section aria-labelledby="watched">
      <h2 id="watched">{words.say('watched.title')}</h2>
      <p className="soft">{words.say('watched.lead')}</p>
      {unwatch.error ? <RefusalNote problem={unwatch.error.problem} /> : null}
      <ListFrame
        query={query}
        lines={3}
        end={words.say('watched.count', { count: items.length })}
        empty={
          <PageState drawing="empty" title={words.say('watched.none-title')} small heading="h3">
            <p>{words.say('watched.none-text')}</p>
          </PageState>
        }
      >
        <Table
          caption={words.say('watched.title')}
          captionHidden
          columns={[
            { key: 'person', head: words.say('watched.person') },
            { key: 'kind', head: words.say('watched.kind') },
            { key: 'since', head: words.say('watched.since') },
            { key: 'deeds', head: words.say('applications.deeds') },
          ]}
          rows={items.map(({ person, kind, official, reason, since }) => ({
            key: `${person} ${kind} ${official}`,
            cells: [
              <code key="person" className="vigilance-id">
                {person}
              </code>,
              <>
                {words.say(`watched.kind.${kind}`)}
                <span className="source">{kind === 'protected' ? reason : official}</span>
              </>,
              words.moment(since, { short: true }),
              kind === 'protected' ? (
                <BusyButton
                  key="end"
                  className="button button-quiet button-small"
                  aria-label={words.say('watched.end-whose', { person })}
                  busy={unwatch.isPending}
                  onClick={() => unwatch.mutate({ organisation, person })}
                >
                  {words.say('watched.end')}
                </BusyButton>
              ) : (
                words.say('watched.by-personnel')
              ),
            ],
          }))}
        />
      </ListFrame>
      <WatchForm />
    </section>
  )
}

function WatchForm(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const watch = useCommand(watchPerson)
  const problem = watch.error?.problem ?? null
  const field = useFields(problem)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const { text } = formValues(form)
    watch.mutate(
      { organisation, person: text('person'), reason: text('watch-reason') },
      { onSuccess: () => form.reset() },
    )
  }
  return (
    <details className="more">
      <summary>{words.say('watched.add')}</summary>
      <form className="applications-form" onSubmit={send} noValidate>
        {problem ? <RefusalNote problem={problem} /> : null}
        <TextField
          {...field('person')}
          label={words.say('watched.person')}
          hint={words.say('watched.person-hint')}
          maxLength={60}
        />
        <TextAreaField
          {...field('reason')}
          name="watch-reason"
          label={words.say('watched.why')}
          hint={words.say('vigilance.why-hint')}
          maxLength={1000}
        />
        <BusyButton type="submit" className="button" busy={watch.isPending}>
          {words.say('watched.add-now')}
        </BusyButton>
      </form>
      {watch.isSuccess ? <Callout tone="done" title={words.say('watched.added')} live /> : null}
    </details>
  )
}
