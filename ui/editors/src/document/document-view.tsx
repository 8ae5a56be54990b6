import '../parts/fields.css'
import '../form/form-editor.css'
import './document.css'
import type { Language } from '@tereze/ui-components'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import type { EditorProps } from '../editor.ts'
import { SelectInput } from '../parts/fields.tsx'
import { changedDocument, type DocumentDraft, readDocument } from './draft/document-draft.ts'
import { documentNames, offeredFields } from './draft/offered-fields.ts'
import { type PartKind, partKinds, partsIn, withNewPart } from './draft/parts.ts'
import { withoutLeftOver } from './draft/unused-words.ts'
import { type DocumentDesk, DocumentDeskContext } from './screen/document-desk.ts'
import { DocumentPanel } from './screen/document-panel.tsx'
import { DocxImport } from './screen/docx-import.tsx'
import { PagePreview } from './screen/page-preview.tsx'
import { PartFrame } from './screen/part-frame.tsx'
import { PartPanel } from './screen/part-panel.tsx'
import { SideBySide } from './screen/side-by-side.tsx'
import { firstWords, sayDocument, usualFields } from './words.ts'

/** Languages that stand side by side, by the name under which they are chosen. */
const sides: Readonly<Record<string, readonly Language[]>> = {
  'kk-ru': ['kk', 'ru'],
  all: ['kk', 'ru', 'en'],
  kk: ['kk'],
  ru: ['ru'],
  en: ['en'],
}

/** The editor of a document template: the page in the middle, settings of what is selected beside it. */
export default function DocumentView(props: EditorProps): ReactNode {
  const read = useMemo(() => readDocument(props.files, props.path), [props.files, props.path])
  const say = sayDocument(props.language)
  if (!read.ok) return <p className="doc-unreadable">{say('unreadable', { path: read.path })}</p>
  return <Desk {...props} draft={read.draft} />
}

function Desk({ draft, ...props }: EditorProps & { draft: DocumentDraft }): ReactNode {
  const { files, path, language, readOnly, change, problems, chosen } = props
  const say = sayDocument(language)
  const [selected, select] = useState<number | null>(null)
  const [focus, setFocus] = useState<number | null>(null)
  const [side, setSide] = useState('kk-ru')
  const fields = useMemo(
    () => offeredFields(draft, files, language, usualFields(sayDocument(language))),
    [draft, files, language],
  )
  const names = useMemo(() => documentNames(files, fields), [files, fields])
  const parts = partsIn(draft)
  useEffect(() => {
    const part = /^\/body\/(\d+)/u.exec(chosen?.place ?? '')?.[1]
    if (part !== undefined) select(Number(part))
  }, [chosen])
  const desk: DocumentDesk = {
    draft,
    apply(next, wanted) {
      const changed = changedDocument(path, draft, withoutLeftOver(draft, next, files, path))
      if (!readOnly && Object.keys(changed).length > 0) change(changed)
      if (wanted !== undefined) {
        select(wanted)
        setFocus(wanted)
      }
    },
    selected: selected !== null && selected < parts.length ? selected : null,
    select,
    focus,
    focused: useCallback(() => setFocus(null), []),
    fields,
    names,
    problemsAt: steps => {
      const place = `/${steps.join('/')}`
      return problems.filter(one => one.path === path && (one.place === place || one.place?.startsWith(`${place}/`)))
    },
    shown: sides[side] ?? ['kk', 'ru'],
    readOnly,
    language,
    say,
  }
  const whole = problems.filter(one => one.path === path && !one.place?.startsWith('/body/'))
  const add = (kind: PartKind) => {
    const index = desk.selected === null ? parts.length : desk.selected + 1
    desk.apply(withNewPart(draft, index, kind, firstWords), index)
  }
  return (
    <DocumentDeskContext value={desk}>
      <div className="document-editor">
        <div className="doc-bar">
          <SelectInput
            label={say('side')}
            value={side}
            readOnly={false}
            options={Object.keys(sides).map(value => ({ value, text: say(`side.${value}` as 'side.all') }))}
            give={setSide}
          />
          {readOnly ? null : (
            <div className="doc-adding" role="toolbar" aria-label={say('add')}>
              {partKinds.map(kind => (
                <button key={kind} type="button" className="editor-press" onClick={() => add(kind)}>
                  {say(`part.${kind}`)}
                </button>
              ))}
            </div>
          )}
        </div>
        {readOnly ? null : <DocxImport />}
        {whole.length === 0 ? null : (
          <ul className="doc-problems">
            {whole.map(problem => (
              <li key={`${problem.code} ${problem.place} ${problem.message}`}>{problem.message}</li>
            ))}
          </ul>
        )}
        <div className="doc-desk">
          <article className="doc-page" aria-label={say('sheet')}>
            <div className="doc-title">
              <SideBySide place={{ holder: [], member: 'title' }} label={say('title')} stacked />
            </div>
            {parts.map((_, index) => (
              <PartFrame key={index.toString()} index={index} />
            ))}
            {parts.some(part => typeof part === 'object' && part !== null && 'seal' in part) ? null : (
              <p className="doc-seal">{say('seal.end')}</p>
            )}
          </article>
          <aside className="doc-side" aria-label={say('settings')}>
            {desk.selected === null ? null : (
              <>
                <button type="button" className="button button-quiet button-small" onClick={() => select(null)}>
                  {say('document.settings')}
                </button>
                <PartPanel key={desk.selected} index={desk.selected} />
              </>
            )}
            {desk.selected === null ? <DocumentPanel /> : null}
          </aside>
        </div>
        {props.drawPage === undefined ? null : <PagePreview files={files} draw={props.drawPage} />}
      </div>
    </DocumentDeskContext>
  )
}
