import { writeJson } from '@tereze/regulation'
import { Callout, Icon } from '@tereze/ui-components'
import { type ReactNode, useEffect, useRef } from 'react'
import type { EditorProps } from '../editor.ts'
import '../regulation/regulation.css'
import { FileDeskProvider } from './desk.ts'
import { AnyShape } from './fields/any-shape.tsx'
import { Wrong } from './fields/frame.tsx'
import { ObjectField } from './fields/object-field.tsx'
import './file.css'
import { formatOf } from '@tereze/package-changes'
import { blankOf, shapeOf } from './shape.ts'
import { showPlace } from './show-place.ts'
import { useDeskOf } from './use-file-desk.ts'
import { memberText, sayFile } from './words.ts'

/** A small file of a package as a form that its format draws. */
export function FileView(props: EditorProps): ReactNode {
  const desk = useDeskOf(props)
  const box = useRef<HTMLDivElement>(null)
  const { chosen } = props
  useEffect(() => {
    if (chosen !== null && chosen !== undefined && box.current !== null) showPlace(box.current, chosen.place)
  }, [chosen])
  if (!props.files.has(props.path)) return <Begin {...props} />
  if (desk === null) return <Unreadable language={props.language} />
  const label = memberText(desk.say, '', desk.name)
  return (
    <FileDeskProvider value={desk}>
      <div className="reg file-form" ref={box}>
        {desk.shape.kind === 'object' ? (
          <>
            <Wrong pointer="" />
            <ObjectField pointer="" name={desk.name} shape={desk.shape} value={desk.value} />
          </>
        ) : (
          <AnyShape
            pointer=""
            owner={desk.name}
            member={desk.name}
            label={label}
            shape={desk.shape}
            value={desk.value}
          />
        )}
      </div>
    </FileDeskProvider>
  )
}

/** Said of a file whose text is no JSON: its text has to be mended first. */
export function Unreadable({ language }: Pick<EditorProps, 'language'>): ReactNode {
  const say = sayFile(language)
  return (
    <Callout tone="no" title={say('unreadable')}>
      <p>{say('unreadable.hint')}</p>
    </Callout>
  )
}

/** A part that the package does not have yet: what it would be for, and its beginning. */
function Begin({ path, change, readOnly, language }: EditorProps): ReactNode {
  const say = sayFile(language)
  const format = formatOf(path)
  if (format === null) return null
  return (
    <div className="reg file-form">
      <p>{say(readOnly ? 'begin.none' : 'begin.hint')}</p>
      {readOnly ? null : (
        <button
          type="button"
          className="reg-add"
          onClick={() => change({ [path]: writeJson(blankOf(shapeOf(format))) })}
        >
          <Icon name="plus" /> {say('begin')}
        </button>
      )}
    </div>
  )
}
