import { giveArtefact, type PipelineItem, type PipelineStage } from '@tereze/studio/contract'
import { BusyButton, commandOf, RefusalNote, useSession } from '@tereze/ui-app'
import { type FormEvent, type ReactNode, useState } from 'react'
import { byWhom } from '../publications/by-whom.ts'
import { useWords } from '../words/words.ts'
import type { OpenedWork } from './work-page.tsx'

const useCommand = commandOf('studio')

/** What the stage where a work stands has to leave behind, and where it lies. */
export function WorkArtefacts({ opened, stage }: { opened: OpenedWork; stage: PipelineStage }): ReactNode {
  const { say } = useWords()
  if (stage.artefacts.length === 0) return null
  return (
    <section aria-label={say('work.artefacts')}>
      <h2>{say('work.artefacts')}</h2>
      <ul className="work-items">
        {stage.artefacts.map(item => (
          <Artefact key={item.id} opened={opened} item={item} />
        ))}
      </ul>
    </section>
  )
}

function Artefact({ opened, item }: { opened: OpenedWork; item: PipelineItem }): ReactNode {
  const words = useWords()
  const { say, pick } = words
  const { organisation } = useSession()
  const [isOpen, open] = useState(false)
  const give = useCommand(giveArtefact, () => open(false))
  const { work } = opened.card
  const given = opened.artefacts.find(({ artefact }) => artefact === item.id)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const link = String(new FormData(event.currentTarget).get('link') ?? '').trim()
    give.mutate({ organisation, work, artefact: item.id, link })
  }
  return (
    <li className="pane">
      <h3>{pick(item.title)}</h3>
      {given === undefined ? (
        <p className="soft">
          <span className="tag">{say('work.missing')}</span>
          {item.optional ? ` ${say('work.optional')}` : ''}
        </p>
      ) : (
        <>
          <p className="work-link">
            <a href={given.link} target="_blank" rel="noreferrer">
              {given.link}
            </a>
          </p>
          <p className="soft">{say('work.by', byWhom(words, given))}</p>
        </>
      )}
      {opened.may.do && isOpen ? (
        <form onSubmit={send}>
          <label className="field">
            <span>{say('work.link')}</span>
            <input
              className="input"
              name="link"
              type="url"
              pattern="https?://.+"
              maxLength={2000}
              defaultValue={given?.link ?? ''}
              required
            />
          </label>
          <BusyButton type="submit" className="button button-quiet" busy={give.isPending}>
            {say('work.keep')}
          </BusyButton>
        </form>
      ) : null}
      {opened.may.do && !isOpen ? (
        <div className="actions">
          <button type="button" className="button button-quiet" onClick={() => open(true)}>
            {say(given === undefined ? 'work.give' : 'work.give-other')}
          </button>
          {given === undefined ? null : (
            <BusyButton
              className="button button-plain"
              busy={give.isPending}
              onClick={() => give.mutate({ organisation, work, artefact: item.id, link: null })}
            >
              {say('work.take-back')}
            </BusyButton>
          )}
        </div>
      ) : null}
      {give.error ? <RefusalNote problem={give.error.problem} /> : null}
    </li>
  )
}
