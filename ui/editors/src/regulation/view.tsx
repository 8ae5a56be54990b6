import {
  type AroundRegulations,
  checkDraft,
  describeProblem,
  regulationSource,
  type Surroundings,
} from '@tereze/regulation'
import { Callout } from '@tereze/ui-components'
import { type KeyboardEvent, type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { EditorProps } from '../editor.ts'
import { Begin } from './begin.tsx'
import { type Desk, DeskProvider } from './desk.ts'
import { PartField } from './fields/part-field.tsx'
import { ComparePage } from './pages/compare-page.tsx'
import { MakePage } from './pages/make-page.tsx'
import { PrintPage } from './pages/print-page.tsx'
import { TryPage } from './pages/try-page.tsx'
import { WritePage } from './pages/write-page.tsx'
import { type Opened, readFile, writeFile } from './read-file.ts'
import './regulation.css'
import { sayIn } from './words.ts'

const pages = ['write', 'print', 'try', 'make', 'compare'] as const
type Page = (typeof pages)[number]

const nothing: Surroundings = {
  bodies: [],
  acts: [],
  contracts: [],
  registers: [],
  concepts: [],
  parameters: [],
  situations: [],
  jurisdictions: [],
}

/** References can only be judged by who knows what is there. */
const ofReferences = /-unknown$|^regulation\.(register|contract)-/

function problemsOf(regulation: unknown, around: AroundRegulations | null) {
  const found = checkDraft(regulation, around?.surroundings ?? nothing)
  return around === null ? found.filter(({ code }) => !ofReferences.test(code)) : found
}

function Tabs({ page, choose, say }: { page: Page; choose: (page: Page) => void; say: Desk['say'] }): ReactNode {
  const bar = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = pages[(pages.indexOf(page) + step + pages.length) % pages.length] ?? 'write'
    choose(next)
    bar.current?.querySelector<HTMLElement>(`[data-page="${next}"]`)?.focus()
  }
  return (
    <div className="reg-tabs" role="tablist" aria-label={say('tabs')} ref={bar} onKeyDown={onKeyDown}>
      {pages.map(one => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`reg-tab-${one}`}
          data-page={one}
          aria-selected={one === page}
          aria-controls="reg-page"
          tabIndex={one === page ? 0 : -1}
          onClick={() => choose(one)}
        >
          {say(`tab.${one}`)}
        </button>
      ))}
    </div>
  )
}

function Opening({
  props,
  text,
  opened,
}: {
  props: EditorProps
  text: string
  opened: Extract<Opened, { state: 'open' }>
}): ReactNode {
  const { files, change, readOnly, language, versions = [] } = props
  const around = props.around ?? null
  const say = sayIn(language)
  const [page, setPage] = useState<Page>('write')
  // What was handed on last: the screen around may give it back only with its next drawing.
  const latest = useRef(text)
  useEffect(() => {
    latest.current = text
  }, [text])
  const { regulation, joining } = opened
  const later = useDeferredValue(regulation)
  const problems = useMemo(() => problemsOf(later, around), [later, around])
  const write = (next: string) => {
    if (readOnly || next === latest.current) return
    latest.current = next
    change({ [regulationSource]: next })
  }
  const desk: Desk = {
    regulation,
    joining,
    problems,
    around,
    language,
    say,
    readOnly,
    edit(changed) {
      const now = readFile(latest.current, around)
      if (now.state === 'open') write(writeFile(now, changed(now.regulation)))
    },
    Field: PartField,
  }
  return (
    <DeskProvider value={desk}>
      <div className="reg">
        {joining === null ? null : (
          <Callout tone="moving" title={say('joining.title', { base: joining.act.base })}>
            <p>{say('joining.hint')}</p>
          </Callout>
        )}
        <Tabs page={page} choose={setPage} say={say} />
        <div id="reg-page" role="tabpanel" aria-labelledby={`reg-tab-${page}`}>
          {page === 'write' ? <WritePage chosen={props.chosen ?? null} /> : null}
          {page === 'print' ? <PrintPage /> : null}
          {page === 'try' ? <TryPage /> : null}
          {page === 'make' ? <MakePage files={files} change={change} /> : null}
          {page === 'compare' ? <ComparePage path={regulationSource} versions={versions} write={write} /> : null}
        </div>
      </div>
    </DeskProvider>
  )
}

/** The editor of a digital regulation: written in parts, printed, tried out, made into the package, compared. */
export function RegulationView(props: EditorProps): ReactNode {
  const say = sayIn(props.language)
  const text = props.files.get(regulationSource)
  const around = props.around ?? null
  const opened = useMemo(() => (text === undefined ? null : readFile(text, around)), [text, around])
  if (text === undefined || opened === null) return <Begin {...props} />
  if (opened.state === 'unreadable')
    return (
      <Callout tone="no" title={say('file.unreadable')}>
        <p>{say('file.unreadable.hint')}</p>
      </Callout>
    )
  if (opened.state === 'unjoined')
    return (
      <Callout tone="no" title={say('joining.unknown', { base: opened.base })}>
        <p>{say('joining.unknown.hint')}</p>
        <ul>
          {opened.problems.map(one => (
            <li key={`${one.pointer}${one.code}`}>
              {describeProblem(one, props.language).wrong} {describeProblem(one, props.language).remedy}
            </li>
          ))}
        </ul>
      </Callout>
    )
  return <Opening props={props} text={text} opened={opened} />
}
