import { type AskableService, sendMessage } from '@tereze/exchange/contract'
import { BusyButton, client, RefusalNote, useSession } from '@tereze/ui-app'
import { isProblem, type Problem } from '@tereze/ui-client'
import { shownSize } from '@tereze/ui-components'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useWords } from '../words/words.ts'
import { AskedFieldsPart, bodyOf } from './asked-fields-part.tsx'
import { addChosen, type ChosenFile, type NotTaken } from './chosen-files.ts'
import { largestHere } from './cut-file.ts'
import { sendFile } from './send-file.ts'
import '../styles/send.css'

/** The question of a service with its files: each goes with its progress, then the message that names them. Tried again it is the same message. */
export function SendForm({ service, sent }: { service: AskableService; sent: (message: string) => void }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const hint = useId()
  const [message] = useState(() => crypto.randomUUID())
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  const [notTaken, setNotTaken] = useState<readonly NotTaken[]>([])
  const [progress, setProgress] = useState<Readonly<Record<string, number>>>({})
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Problem | string | null>(null)
  const { contract, purposes, fields } = service
  const megabytes = Math.floor(Math.min(service.files.size, largestHere) / 1_048_576)

  const choose = (chosen: readonly File[]) => {
    const added = addChosen(service.files, files, chosen, () => crypto.randomUUID())
    setFiles(added.files)
    setNotTaken(added.notTaken)
    setTrouble(null)
  }
  const send = async (form: FormData): Promise<Problem | string | null> => {
    const { purpose, ground } = purposes[Number(form.get('purpose') ?? 0)] ?? { purpose: '', ground: '' }
    for (const chosen of files) {
      const told = (percent: number) => setProgress(all => ({ ...all, [chosen.id]: percent }))
      told(0)
      const ended = await sendFile({ organisation, contract, purpose }, chosen, told)
      if (ended === 'broken') return words.say('send.broken', { name: chosen.file.name })
      if (ended !== null) return ended
    }
    const ids = files.map(({ id }) => id)
    const body = bodyOf(fields, form)
    const queued = await client.call(sendMessage, {
      organisation,
      message,
      contract,
      purpose,
      ground,
      files: ids,
      body,
    })
    return isProblem(queued) ? queued : null
  }
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    if (files.length === 0) return setTrouble(words.say('send.no-file'))
    setBusy(true)
    setTrouble(null)
    const ended = await send(form)
    setBusy(false)
    setTrouble(ended)
    if (ended === null) sent(message)
  }
  return (
    <form className="send-form" onSubmit={event => void submit(event)}>
      <label className="field">
        <span>{words.say('diagnosis.purpose')}</span>
        <select className="input" name="purpose">
          {purposes.map(({ purpose, title, ground }, index) => (
            <option key={purpose} value={index}>
              {`${title === undefined ? purpose : words.pick(title)} · ${ground}`}
            </option>
          ))}
        </select>
      </label>
      <AskedFieldsPart fields={fields} />
      <label className="field">
        <span>{words.say('send.files')}</span>
        <input
          className="input"
          type="file"
          multiple
          accept={service.files.mediaTypes.join(',')}
          aria-describedby={hint}
          disabled={isBusy}
          onChange={event => {
            choose([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
        <span className="hint" id={hint}>
          {words.say('send.limits', {
            count: service.files.count,
            megabytes,
            types: typesOf(service.files.mediaTypes),
          })}
        </span>
      </label>
      <ul className="send-files" aria-label={words.say('send.files')}>
        {files.map(({ id, file }) => {
          const { unit, value } = shownSize(file.size)
          return (
            <li key={id}>
              {file.name} <span className="source">{words.say(`files.units.${unit}`, { value })}</span>{' '}
              {progress[id] === undefined ? null : <progress max={100} value={progress[id]} aria-label={file.name} />}
              {isBusy ? null : (
                <button
                  type="button"
                  className="button button-plain"
                  onClick={() => setFiles(files.filter(one => one.id !== id))}
                >
                  {words.say('send.remove')}
                  <span className="hidden-text">: {file.name}</span>
                </button>
              )}
            </li>
          )
        })}
      </ul>
      {notTaken.map(({ name, why }) => (
        <p key={name} className="note" role="alert">
          {words.say(`send.not-taken.${why}`, { name, megabytes, count: service.files.count })}
        </p>
      ))}
      {typeof trouble === 'string' ? (
        <p className="note" role="alert">
          {trouble}
        </p>
      ) : null}
      {trouble !== null && typeof trouble !== 'string' ? <RefusalNote problem={trouble} /> : null}
      <BusyButton type="submit" className="button" busy={isBusy}>
        {words.say('send.send')}
      </BusyButton>
    </form>
  )
}

/** Media types as people call them: the part after the slash. */
const typesOf = (types: readonly string[]) => types.map(type => type.split('/').at(-1)?.toUpperCase()).join(', ')
