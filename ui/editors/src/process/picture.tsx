import { takePicture } from '@tereze/bpmn'
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { Press } from '../parts/fields.tsx'
import type { OpenModeler } from './draw/open-modeler.ts'
import type { SayProcess } from './say-process.ts'
import type { Edit } from './use-opened.ts'

/** The picture of a process: elements are moved, bent and named by hand; tokens and problems are marked in it. */
export function Picture(props: {
  readonly xml: string
  readonly readOnly: boolean
  readonly chosen: string | null
  readonly marks: ReadonlyMap<string, string>
  readonly say: SayProcess
  readonly edit: (edit: Edit) => void
  readonly choose: (element: string) => void
}): ReactNode {
  const { xml, readOnly, chosen, marks, say } = props
  const frame = useRef<HTMLDivElement>(null)
  const [modeler, setModeler] = useState<OpenModeler | null>(null)
  const [failed, setFailed] = useState(false)
  const drawn = useRef<string | null>(null)
  const label = say('picture')
  const choose = useEffectEvent((element: string) => props.choose(element))
  const changed = useEffectEvent((text: string) =>
    props.edit(async before => {
      const made = await takePicture(before, text)
      // The picture shows this text already.
      drawn.current = made
      return made
    }),
  )

  useEffect(() => {
    const host = frame.current
    if (host === null) return
    let left = false
    let opened: OpenModeler | null = null
    const open = async (): Promise<void> => {
      const { openModeler } = await import('./draw/open-modeler.ts')
      if (left) return
      opened = openModeler(host, {
        label,
        readOnly,
        changed: text => changed(text),
        chosen: element => choose(element),
      })
      drawn.current = null
      setModeler(opened)
    }
    open().catch(() => setFailed(true))
    return () => {
      left = true
      opened?.close()
      setModeler(null)
    }
  }, [label, readOnly])

  useEffect(() => {
    if (modeler === null || drawn.current === xml) return
    drawn.current = xml
    modeler.show(xml).then(
      () => setFailed(false),
      () => setFailed(true),
    )
  }, [modeler, xml])
  useEffect(() => modeler?.choose(chosen), [modeler, chosen])
  useEffect(() => modeler?.mark(marks), [modeler, marks])

  return (
    <div className="process-picture">
      <div className="editor-presses">
        <Press press={() => modeler?.zoom('in')}>{say('larger')}</Press>
        <Press press={() => modeler?.zoom('out')}>{say('smaller')}</Press>
        <Press press={() => modeler?.zoom('whole')}>{say('whole')}</Press>
      </div>
      {failed ? <p className="hint">{say('picture.none')}</p> : null}
      <div ref={frame} className="process-frame" />
    </div>
  )
}
