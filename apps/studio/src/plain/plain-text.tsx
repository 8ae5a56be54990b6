import type { Editor, EditorProps } from '@tereze/ui-editors'
import { type ReactNode, useEffect, useEffectEvent, useId, useRef } from 'react'
import { useWords } from '../words/words.ts'
import { findPlace } from './find-place.ts'

/** The editor of files that no other opens: their text as it is. */
export const plainText: Editor = { id: 'plain-text', opens: () => true, View: PlainText }

function PlainText({ files, path, change, readOnly, chosen }: EditorProps): ReactNode {
  const { say } = useWords()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const show = useEffectEvent((place: string) => {
    const span = findPlace(files.get(path) ?? '', place)
    if (span === null || area.current === null) return
    // A text area comes to its selection when it gets the focus.
    area.current.blur()
    area.current.setSelectionRange(span.from, span.from)
    area.current.focus()
    area.current.setSelectionRange(span.from, span.to)
  })
  useEffect(() => {
    if (chosen) show(chosen.place)
  }, [chosen])
  return (
    <div className="plain-text">
      <label htmlFor={id} className="soft">
        {say('plain.label', { name: path })}
      </label>
      <textarea
        id={id}
        ref={area}
        spellCheck={false}
        readOnly={readOnly}
        value={files.get(path) ?? ''}
        onChange={event => change({ [path]: event.target.value })}
      />
    </div>
  )
}
