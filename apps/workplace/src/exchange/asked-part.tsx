import { useQuery } from '@tanstack/react-query'
import { getAsked } from '@tereze/exchange/contract'
import { ask, Failure, useSession, Waiting } from '@tereze/ui-app'
import { Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { outcomeWords } from './outcome-words.ts'
import { exchangeKey } from './use-command.ts'
import '../styles/send.css'

/** How often it is looked while a message is under way, milliseconds. */
const look = 3_000
const tones = { waiting: 'moving', answered: 'done', dead: 'no', discarded: 'later' } as const

/** A message that was sent: whether it is answered, its files, and those of the answer, to be opened. */
export function AskedPart({ message }: { message: string }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const query = useQuery({
    queryKey: [exchangeKey, 'asked', organisation, message],
    queryFn: ({ signal }) => ask(getAsked, { organisation, message }, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? look : false),
  })
  if (query.isPending) return <Waiting lines={3} />
  if (query.isError) return <Failure problem={query.error.problem} again={() => void query.refetch()} small />
  const { state, code, files, answerFiles } = query.data
  return (
    <section aria-label={words.say('send.sent')}>
      <h2>{words.say('send.sent')}</h2>
      <p aria-live="polite">
        <Tag tone={tones[state]}>{words.say(`send.state.${state}`)}</Tag>{' '}
        {code === null || state === 'answered' ? null : outcomeWords(code, words)}
      </p>
      <ul className="send-files" aria-label={words.say('send.files')}>
        {files.map(file => (
          <li key={file.file}>
            {file.name} <span className="source">{words.say(`files.state.${stateOf(file.state)}`)}</span>
          </li>
        ))}
      </ul>
      {answerFiles.length === 0 ? null : (
        <>
          <h3>{words.say('send.answer-files')}</h3>
          <ul className="send-files">
            {answerFiles.map(file => (
              <li key={file.file}>
                {file.state === 'ready' || file.state === 'delivered' ? (
                  <a href={`/exchange/v1/files/${organisation}/${file.file}`} download>
                    {words.say('files.download', { name: file.name })}
                  </a>
                ) : (
                  <>
                    {file.name} <span className="source">{words.say(`files.state.${stateOf(file.state)}`)}</span>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const states = ['uploading', 'checking', 'ready', 'delivered', 'refused', 'expired'] as const
const stateOf = (state: string) => states.find(one => one === state) ?? 'checking'
