import type { listComments } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import { BusyButton, RefusalNote } from '@tereze/ui-app'
import { Pane } from '@tereze/ui-components'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useWords, type Words } from '../words/words.ts'
import { useCommenting, useComments, useEverybody } from './use-comments.ts'
import type { CaseView } from './view.ts'

type Comment = OutputOf<typeof listComments>['items'][number]

/** What officials say to each other about the case; the applicant never sees it. */
export function CommentsPane({ view }: { view: CaseView }): ReactNode {
  const words = useWords()
  const { organisation, case: id } = view.card
  const comments = useComments(organisation, id)
  return (
    <Pane side>
      <h2>{words.say('comments.title')}</h2>
      <p className="soft">{words.say('comments.hint')}</p>
      <Writing organisation={organisation} id={id} />
      {comments.isError ? <RefusalNote problem={comments.error.problem} /> : null}
      <ul className="comments">
        {comments.data?.items.map(comment => (
          <li key={comment.comment} className="comment">
            <p className="soft">
              {comment.by.name === null ? null : `${words.name(comment.by.name)} · `}
              <time dateTime={comment.at}>{words.moment(comment.at, { year: false, short: true })}</time>
            </p>
            {comment.kind === 'comment' ? null : <p className="comment-note">{noteWords(comment, words)}</p>}
            {comment.text === '' ? null : <p className="comment-text">{comment.text}</p>}
            {comment.mentions.length === 0 ? null : (
              <p className="soft">
                {words.say('comments.to', {
                  names: comment.mentions.map(({ name }) => (name === null ? '' : words.name(name))).join(', '),
                })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Pane>
  )
}

function noteWords(comment: Comment, words: Words): string {
  const to = comment.to?.name ?? null
  const task = comment.about === null ? '' : words.pick(comment.about)
  if (comment.kind === 'returned') return words.say('comments.returned', { task })
  if (comment.kind === 'delegated') return words.say('comments.delegated', { task, name: to ? words.name(to) : '' })
  return to === null
    ? words.say('comments.back-to-unit', { task })
    : words.say('comments.reassigned', { task, name: words.name(to) })
}

function Writing({ organisation, id }: { organisation: string; id: string }): ReactNode {
  const words = useWords()
  const field = useId()
  const [text, setText] = useState('')
  const [mentions, setMentions] = useState<readonly string[]>([])
  const [naming, setNaming] = useState(false)
  const everybody = useEverybody(organisation, naming)
  const commenting = useCommenting(organisation, id)

  function send(event: FormEvent): void {
    event.preventDefault()
    commenting.mutate(
      { text, mentions },
      {
        onSuccess() {
          setText('')
          setMentions([])
        },
      },
    )
  }

  return (
    <form onSubmit={send} className="act-form comments-form">
      <label className="act-field" htmlFor={field}>
        <span>{words.say('comments.write')}</span>
        <textarea
          id={field}
          className="input"
          rows={2}
          required
          maxLength={4000}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
      </label>
      <details className="more" onToggle={event => setNaming(event.currentTarget.open)}>
        <summary>{words.say('comments.mention')}</summary>
        <fieldset className="act-field">
          <legend className="hidden-text">{words.say('comments.mention')}</legend>
          {everybody.data?.items.map(({ official, name }) => (
            <label key={official} className="act-choice">
              <input
                type="checkbox"
                checked={mentions.includes(official)}
                onChange={event =>
                  setMentions(
                    event.currentTarget.checked ? [...mentions, official] : mentions.filter(one => one !== official),
                  )
                }
              />
              {words.name(name)}
            </label>
          ))}
        </fieldset>
      </details>
      {commenting.error ? <RefusalNote problem={commenting.error.problem} /> : null}
      <BusyButton type="submit" className="button button-quiet button-small" busy={commenting.isPending}>
        {words.say('comments.send')}
      </BusyButton>
      <p className="hidden-text" role="status">
        {commenting.isSuccess ? words.say('comments.sent') : ''}
      </p>
    </form>
  )
}
