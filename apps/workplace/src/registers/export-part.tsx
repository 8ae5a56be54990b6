import type { InputOf } from '@tereze/operation'
import { type ExportFormat, exportRecords, type RegisterDescription } from '@tereze/registers/contract'
import { isProblem, type Problem } from '@tereze/ui-client'
import { type ReactNode, useState } from 'react'
import { client } from '../session/platform.ts'
import { useSession } from '../session/session.tsx'
import { BusyButton } from '../state/busy-button.tsx'
import { RefusalNote } from '../state/refusal-note.tsx'
import { useWords } from '../words/words.tsx'
import { saveFile } from './loads/save-file.ts'
import { fieldName } from './register-words.ts'

const formats: readonly ExportFormat[] = ['xlsx', 'csv', 'json', 'ndjson', 'parquet']

/** What came of taking a search out as files. */
interface Taken {
  readonly count: number
  readonly withheld: readonly string[]
}

/** Takes what a search finds out as a file, or several where it is much; says which fields are not in it. */
export function ExportPart({
  described,
  where,
}: {
  described: RegisterDescription
  where: Readonly<Record<string, string | boolean>>
}): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const [format, setFormat] = useState<ExportFormat>('xlsx')
  const [isBusy, setBusy] = useState(false)
  const [taken, setTaken] = useState<Taken | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const take = async () => {
    setBusy(true)
    setProblem(null)
    let count = 0
    let after: string | null = null
    do {
      const input: InputOf<typeof exportRecords> = {
        organisation,
        register: described.register,
        where,
        format,
        ...(after === null ? {} : { after }),
      }
      const file: Awaited<ReturnType<typeof client.call<typeof exportRecords>>> = await client.call(
        exportRecords,
        input,
      )
      if (isProblem(file)) {
        setProblem(file)
        break
      }
      saveFile(
        file.name,
        Uint8Array.from(atob(file.content), letter => letter.charCodeAt(0)),
        file.type,
      )
      count += file.count
      after = file.next
      setTaken({ count, withheld: file.withheld.map(({ pointer }) => fieldName(described, pointer, words)) })
    } while (after !== null)
    setBusy(false)
  }
  return (
    <div className="actions">
      <label className="filter">
        <span>{words.say('export.format')}</span>
        <select
          className="input"
          value={format}
          onChange={event => setFormat(formats.find(one => one === event.target.value) ?? 'xlsx')}
        >
          {formats.map(one => (
            <option key={one} value={one}>
              {one.toUpperCase()}
            </option>
          ))}
        </select>
      </label>
      <BusyButton className="button button-quiet" busy={isBusy} onClick={() => void take()}>
        {words.say('export.take')}
      </BusyButton>
      {taken === null ? null : (
        <p className="soft" role="status">
          {words.say('export.taken', { count: taken.count })}
          {taken.withheld.length === 0
            ? null
            : ` ${words.say('export.without', { fields: taken.withheld.join(', ') })}`}
        </p>
      )}
      {problem === null ? null : <RefusalNote problem={problem} />}
    </div>
  )
}
