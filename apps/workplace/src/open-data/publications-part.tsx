import { useQuery } from '@tanstack/react-query'
import { listColleagues } from '@tereze/cases/contract'
import { decidePublication, type Publication } from '@tereze/datasets/contract'
import { ask, BusyButton, RefusalNote, useSession } from '@tereze/ui-app'
import { Table, Tag, type Tone } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { useCommand } from './use-command.ts'

const tones: Readonly<Record<Publication['state'], Tone>> = {
  waiting: 'you',
  approved: 'moving',
  refused: 'no',
  published: 'done',
  unchanged: 'later',
  failed: 'no',
}

/** Publications out of turn, the newest first; one that waits is decided on here by somebody else than who asked. */
export function PublicationsPart({
  items,
  titleOf,
  organisation,
}: {
  items: readonly Publication[]
  titleOf: (dataset: string) => string
  organisation: string
}): ReactNode {
  const words = useWords()
  const { id } = useSession()
  const decide = useCommand(decidePublication)
  const colleagues = useQuery({
    queryKey: ['colleagues', organisation],
    queryFn: ({ signal }) => ask(listColleagues, { organisation }, { signal }),
  })
  const nameOf = (official: string | null) => {
    if (official === null) return ''
    if (official === id) return words.say('open-data.you')
    const found = colleagues.data?.items.find(one => one.official === official)
    return found === undefined ? words.say('open-data.colleague') : words.name(found.name)
  }
  if (items.length === 0) return null
  return (
    <>
      <h2>{words.say('open-data.publications')}</h2>
      {decide.error ? <RefusalNote problem={decide.error.problem} /> : null}
      <Table
        caption={words.say('open-data.publications')}
        captionHidden
        columns={[
          { key: 'what', head: words.say('open-data.dataset') },
          { key: 'why', head: words.say('open-data.reason') },
          { key: 'who', head: words.say('open-data.asked-by') },
          { key: 'state', head: words.say('open-data.state') },
        ]}
        rows={items.map(one => {
          const { publication, dataset, state } = one
          const answer = (approved: boolean) => decide.mutate({ organisation, publication, approved })
          return {
            key: publication,
            cells: [
              titleOf(dataset),
              one.reason,
              <>
                {nameOf(one.askedBy)}
                <span className="source">{words.moment(one.askedAt, { short: true })}</span>
              </>,
              <>
                <Tag tone={tones[state]}>{words.say(`open-data.state.${state}`)}</Tag>
                {one.decidedBy === null ? null : (
                  <span className="source">{words.say('open-data.decided-by', { name: nameOf(one.decidedBy) })}</span>
                )}
                {state === 'waiting' && one.askedBy === id ? (
                  <span className="source">{words.say('open-data.another-decides')}</span>
                ) : null}
                {state === 'waiting' && one.askedBy !== id ? (
                  <span className="actions">
                    <BusyButton
                      className="button button-small"
                      busy={decide.isPending}
                      aria-label={words.say('open-data.approve-what', { dataset: titleOf(dataset) })}
                      onClick={() => answer(true)}
                    >
                      {words.say('open-data.approve')}
                    </BusyButton>
                    <BusyButton
                      className="button button-quiet button-small"
                      busy={decide.isPending}
                      aria-label={words.say('open-data.refuse-what', { dataset: titleOf(dataset) })}
                      onClick={() => answer(false)}
                    >
                      {words.say('open-data.refuse')}
                    </BusyButton>
                  </span>
                ) : null}
              </>,
            ],
          }
        })}
      />
    </>
  )
}
