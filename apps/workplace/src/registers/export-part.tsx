import type { ExportFormat, RegisterDescription } from '@tereze/registers/contract'
import { BusyButton, RefusalNote, useSession } from '@tereze/ui-app'
import { Callout, shownSize } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'
import { fieldName } from './register-words.ts'
import { type FileOut, useFileOut } from './use-file-out.ts'

const formats: readonly ExportFormat[] = ['xlsx', 'csv', 'json', 'ndjson', 'parquet']

/** How far a file is, in words. */
function Told({ described, file }: { described: RegisterDescription; file: FileOut }): ReactNode {
  const words = useWords()
  const size = (bytes: number) => {
    const { unit, value } = shownSize(bytes)
    return words.say(`files.units.${unit}`, { value })
  }
  if (file.is === 'none') return null
  if (file.is === 'refused') return <RefusalNote problem={file.problem} />
  if (file.is === 'broken')
    return (
      <div role="alert" className="note">
        <Callout tone="no" title={words.say('export.broken')}>
          <p>{words.say('export.broken-text')}</p>
        </Callout>
      </div>
    )
  const withheld = file.is === 'saved' ? file.withheld.map(pointer => fieldName(described, pointer, words)) : []
  return (
    <p className="soft" role="status">
      {file.is === 'cancelled' ? words.say('export.cancelled') : null}
      {file.is === 'coming'
        ? file.bytes === 0
          ? words.say('export.preparing')
          : words.say('export.so-far', { size: size(file.bytes) })
        : null}
      {file.is === 'saved' ? words.say('export.saved', { name: file.name, size: size(file.bytes) }) : null}
      {withheld.length === 0 ? null : ` ${words.say('export.without', { fields: withheld.join(', ') })}`}
    </p>
  )
}

/** Takes what a search finds out as one file of any length, also as of a date; says how much has come, and what is not in it. */
export function ExportPart({
  described,
  where,
  at,
}: {
  described: RegisterDescription
  where: Readonly<Record<string, string | boolean>>
  at: { readonly asOf?: string; readonly knownAt?: string }
}): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const [format, setFormat] = useState<ExportFormat>('xlsx')
  const { file, take, stop } = useFileOut()
  const isComing = file.is === 'coming'
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
      <BusyButton
        className="button button-quiet"
        busy={isComing}
        onClick={() => void take({ organisation, register: described.register, where, format, ...at })}
      >
        {words.say('export.take')}
      </BusyButton>
      {isComing ? (
        <button type="button" className="button button-quiet" onClick={stop}>
          {words.say('export.cancel')}
        </button>
      ) : null}
      <Told described={described} file={file} />
    </div>
  )
}
