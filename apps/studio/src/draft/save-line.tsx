import { Redo2, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import type { DraftWork } from '../work/use-work.ts'

/** Whether everything is kept, and the way back and forth. */
export function SaveLine({ own, readOnly }: { own: DraftWork; readOnly: boolean }): ReactNode {
  const { say, moment } = useWords()
  const told =
    own.state === 'saved' && own.savedAt !== null
      ? say('save.saved-at', { moment: moment(own.savedAt, { year: false }) })
      : say(`save.${own.state}`)
  if (readOnly) return <p className="save-line soft">{say('save.read-only')}</p>
  return (
    <div className="save-line">
      <p role="status" className={own.state === 'offline' ? 'save-told save-told-no' : 'save-told'}>
        {told}
      </p>
      <button
        type="button"
        className="button button-quiet button-small"
        aria-disabled={own.work.past.length === 0 || undefined}
        aria-keyshortcuts="Control+Z"
        onClick={own.undo}
      >
        <Undo2 className="icon" strokeWidth={1.75} aria-hidden="true" />
        {say('save.undo')}
      </button>
      <button
        type="button"
        className="button button-quiet button-small"
        aria-disabled={own.work.future.length === 0 || undefined}
        aria-keyshortcuts="Control+Shift+Z"
        onClick={own.redo}
      >
        <Redo2 className="icon" strokeWidth={1.75} aria-hidden="true" />
        {say('save.redo')}
      </button>
    </div>
  )
}
