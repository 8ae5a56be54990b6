import { useQuery } from '@tanstack/react-query'
import { checkDraft } from '@tereze/studio/contract'
import { ask, RefusalNote, useSession } from '@tereze/ui-app'
import type { EditorProblem } from '@tereze/ui-editors'
import { History } from 'lucide-react'
import { type ReactNode, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { editorOf, hasOwnEditor } from '../editors.ts'
import { HistoryPane } from '../history/history-pane.tsx'
import { useWords } from '../words/words.ts'
import { useAround } from '../work/use-around.ts'
import { useDrawPage } from '../work/use-draw-page.ts'
import { useTrial } from '../work/use-trial.ts'
import { useVersions } from '../work/use-versions.ts'
import { type OpenedDraft, useWork } from '../work/use-work.ts'
import { ConflictsPane } from './conflicts-pane.tsx'
import { FileTree } from './file-tree.tsx'
import { groupFiles, partsOf } from './groups.ts'
import { HereLine } from './here-line.tsx'
import { ProblemsPane } from './problems-pane.tsx'
import { RecoveryPane } from './recovery-pane.tsx'
import { SaveLine } from './save-line.tsx'
import { usePresence } from './use-presence.ts'

/** A draft that is open: its files left, the editor in the middle, what is wrong at the bottom. */
export function Workbench({ opened }: { opened: OpenedDraft }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const { draft } = opened.draft
  const own = useWork(organisation, opened)
  const { files } = own.work
  const [search, setSearch] = useSearchParams()
  const [asText, setAsText] = useState(false)
  const [chosen, choose] = useState<{ place: string } | null>(() => {
    const place = search.get('place')
    return place === null ? null : { place }
  })
  const [wanted, want] = useState(search.get('file'))
  const parts = partsOf(opened.draft.kind, [...files.keys()])
  const ordered = groupFiles(parts).flatMap(({ paths }) => paths)
  // Nobody sees the text of a file unless they ask: what has an editor of its own opens first.
  const usual = ordered.find(hasOwnEditor) ?? ordered[0] ?? null
  const path = wanted !== null && parts.includes(wanted) ? wanted : usual
  const { around, named } = useAround(organisation)
  const trySituation = useTrial(organisation)
  const versions = useVersions(organisation, opened)
  const drawPage = useDrawPage(organisation)
  const [history, showHistory] = useState(false)
  const here = usePresence({ organisation, draft, path, revision: own.revision, newer: () => void own.catchUp() })
  const open = (next: string, place: string | null = null) => {
    want(next)
    setSearch({ file: next }, { replace: true })
    choose(place === null ? null : { place })
    setAsText(false)
  }

  const check = useQuery({
    queryKey: ['studio', 'check', organisation, draft, own.revision],
    queryFn: ({ signal }) => ask(checkDraft, { organisation, draft }, { signal }),
    placeholderData: before => before,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const problems = useMemo<readonly EditorProblem[]>(
    () => (check.data?.problems ?? []).map(({ message, ...rest }) => ({ ...rest, message: message[words.language] })),
    [check.data, words.language],
  )

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || event.altKey) return
    event.preventDefault()
    if (event.shiftKey) own.redo()
    else own.undo()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])

  const Editor = path === null ? null : editorOf(path, asText).View
  return (
    <div className="workbench">
      <div className="workbench-head">
        <div>
          <p className="soft">
            <Link to="/">{words.say('drafts.title')}</Link>
          </p>
          <h1>{words.pick(opened.draft.title)}</h1>
        </div>
        <div className="save-line">
          <SaveLine own={own} readOnly={!opened.mayWrite} />
          <button
            type="button"
            className="button button-quiet button-small"
            aria-expanded={history}
            onClick={() => showHistory(!history)}
          >
            <History className="icon" strokeWidth={1.75} aria-hidden="true" />
            {words.say('history.title')}
          </button>
          {opened.draft.kind === 'service' || opened.draft.kind === 'situation' ? (
            <Link className="button button-quiet button-small" to={`/drafts/${draft}/bench`}>
              {words.say('bench.title')}
            </Link>
          ) : null}
          {opened.mayWrite && own.state === 'saved' ? (
            <Link className="button button-small" to={`/drafts/${draft}/publish`}>
              {words.say('request.title')}
            </Link>
          ) : null}
        </div>
      </div>
      <HereLine here={here} />
      <RecoveryPane own={own} />
      <ConflictsPane own={own} />
      {own.noRoom ? (
        <p role="alert" className="save-told-no">
          {words.say('save.no-room')}
        </p>
      ) : null}
      {own.state === 'refused' && own.problem !== null ? <RefusalNote problem={own.problem} /> : null}
      <div className="workbench-body">
        <FileTree paths={parts} open={path} problems={problems} choose={open} />
        <section className="workbench-editor" aria-label={words.say('draft.editor')}>
          {path !== null && hasOwnEditor(path) ? (
            <button type="button" className="button button-quiet button-small" onClick={() => setAsText(!asText)}>
              {words.say(asText ? 'draft.as-drawn' : 'draft.as-text')}
            </button>
          ) : null}
          {path === null || Editor === null ? (
            <p className="soft">{words.say('draft.no-files')}</p>
          ) : (
            <Editor
              key={`${path} ${asText}`}
              files={files}
              path={path}
              change={own.change}
              problems={problems}
              readOnly={!opened.mayWrite}
              language={words.language}
              chosen={chosen}
              around={around}
              named={named}
              trySituation={trySituation}
              versions={versions}
              drawPage={drawPage}
            />
          )}
        </section>
      </div>
      {history ? <HistoryPane organisation={organisation} draft={draft} own={own} readOnly={!opened.mayWrite} /> : null}
      <ProblemsPane check={check} problems={problems} open={open} />
    </div>
  )
}
