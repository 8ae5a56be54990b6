import type { Editor, EditorProps } from '@tereze/ui-editors'
import { type ReactNode, useId } from 'react'
import { useWords } from '../words/words.ts'

/** The editor of files that no other opens: their text as it is. */
export const plainText: Editor = { id: 'plain-text', opens: () => true, View: PlainText }

function PlainText({ files, path, change, readOnly }: EditorProps): ReactNode {
  const { say } = useWords()
  const id = useId()
  return (
    <div className="plain-text">
      <label htmlFor={id} className="soft">
        {say('plain.label', { name: path })}
      </label>
      <textarea
        id={id}
        spellCheck={false}
        readOnly={readOnly}
        value={files.get(path) ?? ''}
        onChange={event => change({ [path]: event.target.value })}
      />
    </div>
  )
}
