import type { OutputOf } from '@tereze/operation'
import { type Colleague, getDraft, saveFiles } from '@tereze/studio/contract'
import { client, noteProblem, QueryProblem } from '@tereze/ui-app'
import { isProblem, type Problem } from '@tereze/ui-client'
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { findKept, joinKept, type KeptHere, keepHere, stillUnsaved } from './kept-here.ts'
import {
  changeWork,
  type FileConflict,
  mergeWork,
  openWork,
  redoWork,
  savedWork,
  undoWork,
  unsavedOf,
  type Work,
} from './work.ts'

/** A draft as the platform gives it. */
export type OpenedDraft = OutputOf<typeof getDraft>

/** How far saving is. */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'offline' | 'refused'

/** Work on a draft, and what keeps it. */
export interface DraftWork {
  readonly work: Work
  readonly state: SaveState
  /** When the platform last kept something; null: not since the draft was opened. */
  readonly savedAt: string | null
  /** The newest revision that is known here. */
  readonly revision: number
  /** Why the last saving was refused; null: it was not. */
  readonly problem: Problem | null
  /** Files that somebody else changed too; nothing is saved until it is said which text stays. */
  readonly conflicts: readonly FileConflict[]
  /** Who saved last when this was found out, and when; null: nobody else did. */
  readonly savedByOther: { readonly by: Colleague; readonly at: string } | null
  change(files: Readonly<Record<string, string | null>>): void
  undo(): void
  redo(): void
  /** Says which text of a file that two changed stays. */
  settle(path: string, keep: 'mine' | 'theirs'): void
  /** What was written here before and never kept by the platform; offered back until it is decided on. */
  readonly found: KeptHere
  /** Takes what was found back into the work, or forgets it. */
  recover(take: boolean): void
  /** Whether this browser had no room to keep what is unsaved. */
  readonly noRoom: boolean
  /** The platform has a newer revision: what it says is taken. */
  catchUp(): Promise<void>
}

/** After the last change, milliseconds. */
const soon = 900
/** After a try that found no platform, milliseconds. */
const later = 6_000

/** Works on an open draft: every change is kept on the platform a moment later, and tried again while there is no network. */
export function useWork(organisation: string, opened: OpenedDraft): DraftWork {
  const draft = opened.draft.draft
  const [work, setWork] = useState(() => openWork(opened.files))
  const [revision, setRevision] = useState(opened.draft.revision)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [trying, setTrying] = useState<'no' | 'saving' | 'offline' | 'refused'>('no')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [savedByOther, setSavedByOther] = useState<DraftWork['savedByOther']>(null)
  const [conflicts, setConflicts] = useState<readonly FileConflict[]>([])
  const [found, setFound] = useState<KeptHere>(() => stillUnsaved(findKept(draft), work.kept))
  const [noRoom, setNoRoom] = useState(false)
  const busy = useRef(false)
  const newest = useRef(opened.draft.revision)
  const sent = useRef(new Map<string, string | null>())
  const unsaved = useMemo(() => unsavedOf(work), [work])

  const catchUp = useEffectEvent(async () => {
    const reply = await client.call(getDraft, { organisation, draft })
    if (isProblem(reply)) return noteProblem(new QueryProblem(reply))
    const { files, draft: card } = reply as OpenedDraft
    const known = newest.current
    setWork(before => {
      const merged = mergeWork(before, { revision: card.revision, files }, known)
      if (merged === null) return before
      // What came from here and whose answer was lost is no other's.
      setConflicts(merged.conflicts.filter(({ path, theirs }) => sent.current.get(path) !== theirs))
      return merged.work
    })
    if (card.revision < known) return
    newest.current = card.revision
    setRevision(card.revision)
    setSavedByOther({ by: card.savedBy, at: card.savedAt })
  })

  const save = useEffectEvent(async () => {
    if (busy.current || unsaved.length === 0) return
    busy.current = true
    setTrying('saving')
    for (const { path, text } of unsaved) sent.current.set(path, text)
    const reply = await client.call(saveFiles, { organisation, draft, files: [...unsaved] })
    busy.current = false
    if (!isProblem(reply)) {
      const kept = reply as OutputOf<typeof saveFiles>
      setWork(now => savedWork(now, unsaved, kept.revision))
      newest.current = Math.max(newest.current, kept.revision)
      setRevision(newest.current)
      setSavedAt(kept.savedAt)
      setProblem(null)
      return setTrying('no')
    }
    if (reply.kind === 'refused' && reply.code === 'studio.file-changed') {
      await catchUp()
      return setTrying('no')
    }
    if (reply.kind === 'signed-out') noteProblem(new QueryProblem(reply))
    setProblem(reply)
    setTrying(reply.kind === 'refused' && reply.status < 500 ? 'refused' : 'offline')
  })

  useEffect(() => {
    if (unsaved.length === 0 || conflicts.length > 0 || trying === 'saving' || trying === 'refused') return
    const timer = setTimeout(() => void save(), trying === 'offline' ? later : soon)
    return () => clearTimeout(timer)
  }, [unsaved, conflicts, trying])

  // A reload, a crash or a closed lid loses nothing: what the platform does not have yet lies here.
  useEffect(() => setNoRoom(!keepHere(draft, joinKept(found, unsaved))), [draft, found, unsaved])

  const step = useCallback((next: (before: Work) => Work) => {
    setWork(next)
    setTrying(now => (now === 'refused' ? 'no' : now))
  }, [])
  return {
    work,
    state: trying === 'no' ? (unsaved.length === 0 ? 'saved' : 'unsaved') : trying,
    savedAt,
    revision,
    problem,
    conflicts,
    savedByOther,
    change: useCallback(files => step(before => changeWork(before, files, Date.now())), [step]),
    undo: useCallback(() => step(undoWork), [step]),
    redo: useCallback(() => step(redoWork), [step]),
    found,
    noRoom,
    recover(take) {
      if (take)
        step(before => changeWork(before, Object.fromEntries(found.map(({ path, text }) => [path, text])), Date.now()))
      setFound([])
    },
    settle(path, keep) {
      const conflict = conflicts.find(one => one.path === path)
      if (conflict === undefined) return
      if (keep === 'theirs') step(before => changeWork(before, { [path]: conflict.theirs }, Date.now()))
      setConflicts(conflicts.filter(one => one.path !== path))
    },
    catchUp: () => (busy.current ? Promise.resolve() : catchUp()),
  }
}
