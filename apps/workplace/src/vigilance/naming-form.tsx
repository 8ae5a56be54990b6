import { useQueryClient } from '@tanstack/react-query'
import { BusyButton, client, RefusalNote, useSession } from '@tereze/ui-app'
import { isProblem, type Problem } from '@tereze/ui-client'
import { Callout } from '@tereze/ui-components'
import { nameLeakPersons } from '@tereze/vigilance/contract'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'
import { namingOf } from './naming-of.ts'
import { vigilanceKey } from './use-command.ts'

const ways = ['records', 'search', 'log'] as const

interface Named {
  readonly added: number
  readonly known: number
  readonly unknown: readonly string[]
}

/** Names persons of a leak: from a list of records, by a search of a register, or by what somebody looked at. Long answers come in parts. */
export function NamingForm({ leak }: { leak: string }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const queries = useQueryClient()
  const [way, setWay] = useState<(typeof ways)[number]>('records')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [named, setNamed] = useState<Named | null>(null)

  async function name(form: FormData): Promise<void> {
    const file = form.get('file')
    const listed = `${String(form.get('records') ?? '')}\n${file instanceof File ? await file.text() : ''}`
    let so: Named = { added: 0, known: 0, unknown: [] }
    setNamed(so)
    for (const by of namingOf(form, listed)) {
      for (let after: string | null | undefined; after !== null; ) {
        const part = await client.call(nameLeakPersons, {
          organisation,
          leak,
          by,
          ...(after === undefined ? {} : { after }),
        })
        if (isProblem(part)) {
          setProblem(part)
          setNamed(so.added + so.known > 0 ? so : null)
          return
        }
        so = { added: so.added + part.added, known: so.known + part.known, unknown: [...so.unknown, ...part.unknown] }
        setNamed(so)
        after = part.next
      }
    }
  }

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    setProblem(null)
    try {
      await name(form)
    } finally {
      setBusy(false)
      await queries.invalidateQueries({ queryKey: [vigilanceKey] })
    }
  }

  return (
    <details className="leak-form">
      <summary>{words.say('leaks.name')}</summary>
      <form onSubmit={event => void send(event)}>
        <label className="field">
          <span>{words.say('leaks.found-by')}</span>
          <select
            className="input"
            name="found"
            value={way}
            onChange={event => setWay(ways.find(one => one === event.target.value) ?? 'records')}
          >
            {ways.map(one => (
              <option key={one} value={one}>
                {words.say(`leaks.found-by.${one}`)}
              </option>
            ))}
          </select>
        </label>
        {way === 'log' ? <LogFields /> : <RegisterField />}
        {way === 'records' ? <RecordFields /> : null}
        {way === 'search' ? <SearchFields /> : null}
        <BusyButton type="submit" className="button button-quiet" busy={busy}>
          {words.say('leaks.name-now')}
        </BusyButton>
        {problem === null ? null : <RefusalNote problem={problem} />}
        {named === null ? null : <Result {...named} />}
      </form>
    </details>
  )
}

function Result({ added, known, unknown }: Named): ReactNode {
  const words = useWords()
  return (
    <Callout tone="done" title={words.say('leaks.named-now', { added })} live>
      <p>{words.say('leaks.named-before', { known })}</p>
      {unknown.length === 0 ? null : (
        <p>{words.say('leaks.nobody-in', { count: unknown.length, first: unknown[0] ?? '' })}</p>
      )}
    </Callout>
  )
}

function RegisterField(): ReactNode {
  const words = useWords()
  return (
    <label className="field">
      <span>{words.say('leaks.register')}</span>
      <input className="input" name="register" required pattern="[a-z][a-z0-9\-]+" defaultValue="people" />
    </label>
  )
}

function RecordFields(): ReactNode {
  const words = useWords()
  return (
    <>
      <label className="field">
        <span>{words.say('leaks.records')}</span>
        <textarea className="input" name="records" rows={4} />
      </label>
      <label className="field">
        <span>{words.say('leaks.records-file')}</span>
        <input className="input" name="file" type="file" accept=".csv,.txt,text/csv,text/plain" />
      </label>
    </>
  )
}

function SearchFields(): ReactNode {
  const words = useWords()
  return (
    <>
      <label className="field">
        <span>{words.say('leaks.column')}</span>
        <input className="input" name="column" />
      </label>
      <label className="field">
        <span>{words.say('leaks.value')}</span>
        <input className="input" name="value" />
      </label>
    </>
  )
}

function LogFields(): ReactNode {
  const words = useWords()
  return (
    <>
      <label className="field">
        <span>{words.say('leaks.actor')}</span>
        <input className="input" name="actor" required />
      </label>
      <label className="field">
        <span>{words.say('leaks.looked-since')}</span>
        <input className="input" name="since" type="datetime-local" required />
      </label>
      <label className="field">
        <span>{words.say('leaks.looked-until')}</span>
        <input className="input" name="until" type="datetime-local" required />
      </label>
    </>
  )
}
