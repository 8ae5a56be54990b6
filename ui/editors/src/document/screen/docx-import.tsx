import type { Language } from '@tereze/ui-components'
import { type ReactNode, useId, useState } from 'react'
import { type DocxFault, leftOutKinds } from '../docx/docx-content.ts'
import type { DocxReport } from '../docx/take-docx.ts'
import { useDesk } from './document-desk.ts'

/** Takes the text of a Word file over, and tells what of it was taken and what not. */
export function DocxImport(): ReactNode {
  const { draft, apply, fields, say } = useDesk()
  const id = useId()
  const [language, setLanguage] = useState<Language>('kk')
  const [fault, setFault] = useState<DocxFault | null>(null)
  const [report, setReport] = useState<DocxReport | null>(null)

  async function take(file: File): Promise<void> {
    setReport(null)
    // What reads files is loaded when somebody brings one.
    const [{ readDocx, largestFile }, { takeDocx }] = await Promise.all([
      import('../docx/read-docx.ts'),
      import('../docx/take-docx.ts'),
    ])
    const bytes = file.size > largestFile ? null : new Uint8Array(await file.arrayBuffer())
    const read = bytes === null ? { ok: false as const, fault: 'too-large' as const } : readDocx(bytes)
    setFault(read.ok ? null : read.fault)
    if (!read.ok) return
    const taken = takeDocx(draft, read.content, language, fields)
    setReport(taken.report)
    apply(taken.draft)
  }

  return (
    <details className="doc-item doc-docx">
      <summary>{say('docx')}</summary>
      <p className="soft">{say('docx.hint', { open: '{{', close: '}}' })}</p>
      <div className="doc-docx-fields">
        <div className="editor-field">
          <label htmlFor={`${id}-language`}>{say('docx.language')}</label>
          <select
            id={`${id}-language`}
            className="input"
            value={language}
            onChange={event => setLanguage(event.target.value as Language)}
          >
            {(['kk', 'ru', 'en'] as const).map(one => (
              <option key={one} value={one}>
                {say(`side.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="editor-field">
          <label htmlFor={`${id}-file`}>{say('docx.file')}</label>
          <input
            id={`${id}-file`}
            className="input"
            type="file"
            accept=".docx"
            onChange={event => {
              const file = event.target.files?.[0]
              if (file !== undefined) void take(file)
              event.target.value = ''
            }}
          />
        </div>
      </div>
      <div role="status">
        {fault === null ? null : <p className="mistake">{say(`docx.refused.${fault}`)}</p>}
        {report === null ? null : (
          <ul className="doc-report">
            <li>{say('docx.taken', { ...report.taken })}</li>
            {report.unknown.length === 0 ? null : <li>{say('docx.unknown', { names: report.unknown.join(', ') })}</li>}
            {leftOutKinds
              .filter(kind => report.leftOut.has(kind))
              .map(kind => (
                <li key={kind}>{say(`docx.left.${kind}`, { count: report.leftOut.get(kind) ?? 0 })}</li>
              ))}
          </ul>
        )}
      </div>
    </details>
  )
}
