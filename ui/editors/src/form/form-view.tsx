import { Icon } from '@tereze/ui-components'
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { EditorProps } from '../editor.ts'
import { duplicateItem } from './changes/duplicate-item.ts'
import { moveBy } from './changes/move-item.ts'
import { removeItem } from './changes/remove-item.ts'
import { type DraftMemory, draftMemory } from './draft/draft-memory.ts'
import type { FormDraft } from './draft/form-draft.ts'
import { itemKeys } from './draft/item-keys.ts'
import { neighboursOf } from './draft/neighbours.ts'
import { itemAt, type Place, pageAt, placeKey, placeOfPointer } from './draft/place.ts'
import './form-editor.css'
import { Canvas } from './screen/canvas.tsx'
import { Commands } from './screen/commands.tsx'
import { type FormDesk, FormDeskContext } from './screen/form-desk.ts'
import { Hints } from './screen/hints.tsx'
import { ItemWords } from './screen/item-words.tsx'
import { Palette } from './screen/palette.tsx'
import { Preview } from './screen/preview.tsx'
import { Properties } from './screen/properties.tsx'
import { Structure } from './screen/structure.tsx'
import { refusalText, sayForm } from './words.ts'

/** The screen of the form constructor; a file that it cannot read it names. */
export function FormView(props: EditorProps): ReactNode {
  const memory = useRef<DraftMemory>(null)
  memory.current ??= draftMemory()
  const read = memory.current.read(props.files, props.path)
  const say = sayForm(props.language)
  if (!read.ok) return <p className="form-unreadable">{say(`unreadable.${read.fault}`, { path: read.path })}</p>
  return <Workbench key={props.path} {...props} draft={read.draft} memory={memory.current} />
}

function Workbench(props: EditorProps & { draft: FormDraft; memory: DraftMemory }): ReactNode {
  const { draft, files, path, readOnly, language, memory, change } = props
  const say = sayForm(language)
  const [wanted, select] = useState<Place>([0])
  const { chosen } = props
  // A place that was chosen among the problems is selected as it is chosen, and not again.
  useEffect(() => {
    const place = chosen === null || chosen === undefined ? null : placeOfPointer(chosen.place)
    if (place !== null) select(place)
  }, [chosen])
  const [said, tell] = useState<{ readonly text: string; readonly isRefusal: boolean } | null>(null)
  const [shows, setShows] = useState(false)
  const neighbours = useMemo(() => neighboursOf(files, path), [files, path])
  const keys = useMemo(() => itemKeys(draft.form), [draft.form])
  // Somebody else may have removed what was selected.
  const selected = nearest(draft, wanted)
  const desk: FormDesk = {
    draft,
    files,
    path,
    neighbours,
    keys,
    selected,
    select,
    readOnly,
    language,
    say,
    apply(outcome, more = {}) {
      if (!outcome.ok) {
        tell({ text: refusalText(outcome, say), isRefusal: true })
        return false
      }
      tell(more.note === undefined ? null : { text: more.note, isRefusal: false })
      const changed = { ...more.files, ...memory.write(path, draft, outcome.draft) }
      if (Object.keys(changed).length > 0 && !readOnly) change(changed)
      if (more.stay !== true) select(outcome.place)
      return true
    },
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.key === 'F8') {
      event.preventDefault()
      setShows(!shows)
      return
    }
    const isWriting = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
    if (isWriting || shows || readOnly) return
    const outcome =
      event.altKey && event.key === 'ArrowUp'
        ? moveBy(draft, selected, -1, neighbours)
        : event.altKey && event.key === 'ArrowDown'
          ? moveBy(draft, selected, 1, neighbours)
          : event.altKey && event.key.toLowerCase() === 'd'
            ? duplicateItem(draft, selected)
            : event.key === 'Delete'
              ? removeItem(draft, selected, neighbours)
              : null
    if (outcome === null) return
    event.preventDefault()
    event.stopPropagation()
    desk.apply(outcome)
  }

  return (
    <FormDeskContext value={desk}>
      <div className="form-editor" onKeyDownCapture={onKeyDown}>
        <header className="form-bar">
          {shows ? null : <Commands />}
          <button
            type="button"
            className="button button-quiet button-small form-bar-preview"
            aria-pressed={shows}
            onClick={() => setShows(!shows)}
          >
            <Icon name={shows ? 'edit' : 'eye'} />
            {say(shows ? 'preview.leave' : 'preview.open')}
          </button>
        </header>
        <p className={said?.isRefusal ? 'form-said form-said-refusal' : 'form-said'} role="status">
          {said?.text ?? ''}
        </p>
        {shows ? (
          <Preview />
        ) : (
          <div className="form-desk">
            <div className="form-left">
              {readOnly ? null : (
                <details open className="form-adding">
                  <summary>{say('palette')}</summary>
                  <Palette />
                </details>
              )}
              <h2>{say('structure')}</h2>
              <Structure />
            </div>
            <div className="form-middle">
              <Canvas />
            </div>
            <Properties key={placeKey(selected)} />
          </div>
        )}
        {shows ? null : (
          <>
            <ItemWords key={placeKey(selected)} />
            <Hints />
          </>
        )}
      </div>
    </FormDeskContext>
  )
}

function nearest(draft: FormDraft, place: Place): Place {
  let at = place
  while (at.length > 1 && itemAt(draft.form, at) === null) at = at.slice(0, -1)
  return pageAt(draft.form, at) === null ? [draft.form.pages.length - 1] : at
}
