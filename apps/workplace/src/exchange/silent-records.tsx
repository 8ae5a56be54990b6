import { useQuery } from '@tanstack/react-query'
import { listSilentLooks, repeatLook } from '@tereze/situations/contract'
import { ask, Failure, useOrganisations, useSession } from '@tereze/ui-app'
import { Callout, Table, Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { isMessageId } from '../words/messages.ts'
import { useWords } from '../words/words.ts'
import { outcomeWords } from './outcome-words.ts'
import { exchangeKey, useCommand } from './use-command.ts'

/** Records that begin or move life situations and cannot be had: whose, why, since when; asked for again by a press. Nothing where all are had. */
export function SilentRecords(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const nameOf = useOrganisations()
  const query = useQuery({
    queryKey: [exchangeKey, 'silent-records', organisation],
    queryFn: ({ signal }) => ask(listSilentLooks, { organisation }, { signal }),
  })
  const repeat = useCommand(repeatLook, () => undefined)
  const problem = repeat.error?.problem ?? query.error?.problem ?? null
  const items = query.data?.items ?? []
  return (
    <>
      {problem === null ? null : <Failure problem={problem} again={() => void query.refetch()} small />}
      {repeat.isSuccess ? <Callout tone="done" title={words.say('exchange.records.asked')} live /> : null}
      {items.length === 0 ? null : (
        <section>
          <h2>{words.say('exchange.records.title')}</h2>
          <p>{words.say('exchange.records.lead')}</p>
          <Table
            caption={words.say('exchange.records.title')}
            captionHidden
            columns={[
              { key: 'what', head: words.say('exchange.records.situation') },
              { key: 'whose', head: words.say('exchange.records.whose') },
              { key: 'why', head: words.say('exchange.records.why') },
              { key: 'when', head: words.say('exchange.queue.when') },
              { key: 'deed', head: words.say('operator.column.action') },
            ]}
            rows={items.map(({ look, title, provider, code, attempts, since, due }) => {
              const remedy = `exchange.remedy.${code}`
              return {
                key: look,
                cells: [
                  words.pick(title),
                  nameOf(provider) || provider,
                  <>
                    {outcomeWords(code, words)}
                    <span className="source">
                      {words.say(isMessageId(remedy) ? remedy : 'exchange.remedy-unknown')}
                    </span>
                  </>,
                  <>
                    <time dateTime={since}>{words.moment(since, { short: true, year: false })}</time>
                    <span className="source">
                      {words.say('exchange.queue.attempts', { count: attempts })}
                      {due === null
                        ? null
                        : ` · ${words.say('exchange.queue.next', { at: words.moment(due, { short: true, year: false }) })}`}
                    </span>
                    {due === null ? <Tag tone="no">{words.say('exchange.records.over')}</Tag> : null}
                  </>,
                  <button
                    key="repeat"
                    type="button"
                    className="button button-quiet button-small"
                    disabled={repeat.isPending}
                    onClick={() => repeat.mutate({ organisation, look })}
                  >
                    {words.say('exchange.records.repeat')}
                    <span className="hidden-text"> {words.pick(title)}</span>
                  </button>,
                ],
              }
            })}
          />
        </section>
      )}
    </>
  )
}
