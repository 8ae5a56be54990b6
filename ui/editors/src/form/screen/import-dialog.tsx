import type { ImportedForm } from '@tereze/process-import'
import { type ReactNode, useId, useState } from 'react'
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { insertForm, takenNames } from '../changes/insert-form.ts'
import en from '../messages/en.json' with { type: 'json' }
import type { FormText } from '../words.ts'
import { useDesk } from './form-desk.ts'

/** A form of Camunda or form-js, or a JSON Schema, becomes a page; then it is told what was taken over and what was not. */
export function ImportDialog(): ReactNode {
  const { say } = useDesk()
  return (
    <DialogTrigger>
      <Button className="button button-quiet button-small">{say('import.open')}</Button>
      <ModalOverlay className="veil" isDismissable>
        <Modal className="sheet sheet-narrow">
          <Dialog>{({ close }) => <Importing close={close} />}</Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}

function Importing({ close }: { close: () => void }): ReactNode {
  const { draft, selected, apply, say } = useDesk()
  const id = useId()
  const [done, setDone] = useState<ImportedForm | null>(null)

  async function take(file: File): Promise<void> {
    // Nobody loads what reads foreign forms before it is needed.
    const { importForm } = await import('@tereze/process-import')
    const imported = importForm({ name: file.name, text: await file.text(), taken: takenNames(draft) })
    if (!imported.ok || apply(insertForm(draft, imported, (selected[0] ?? 0) + 1))) setDone(imported)
  }

  return (
    <>
      <Heading slot="title" className="sheet-title">
        {say('import')}
      </Heading>
      <p>{say('import.hint')}</p>
      <div className="form-import-file">
        <label htmlFor={id}>{say('import.file')}</label>
        <input
          id={id}
          type="file"
          accept=".form,.json"
          onChange={event => {
            const [file] = event.target.files ?? []
            if (file !== undefined) void take(file)
          }}
        />
      </div>
      <div role="status">{done === null ? null : <Report done={done} />}</div>
      <p className="actions">
        <Button className="button button-quiet" onPress={close}>
          {say('import.close')}
        </Button>
      </p>
    </>
  )
}

function Report({ done }: { done: ImportedForm }): ReactNode {
  const { say } = useDesk()
  if (!done.ok) return <p className="mistake">{say(`import.refused.${done.why}`)}</p>
  const { mapped, listed, renamed, refused } = done.report
  const left = [...listed.map(({ why, ...unit }) => ({ ...unit, why: whyText(why) })), ...refused.map(leftOf)]
  return (
    <>
      <p>{say('import.done', { mapped: mapped.length, listed: left.length })}</p>
      <p>{say('import.english')}</p>
      {renamed.length === 0 ? null : (
        <p>{say('import.renamed', { names: renamed.map(({ from, to }) => `${from} → ${to}`).join(', ') })}</p>
      )}
      <ul className="form-import">
        {left.map(({ element, attribute, why }) => (
          <li key={`${element} ${attribute}`}>
            <code>
              {element.replace(/^form:/, '')} {attribute}
            </code>{' '}
            {say(why)}
          </li>
        ))}
      </ul>
    </>
  )
}

function whyText(why: string): FormText {
  const key = `import.why.${why}`
  return key in en ? (key as FormText) : 'import.why.other'
}

function leftOf({ element, attribute = '', reason }: { element: string; attribute?: string; reason: string }) {
  return { element, attribute, why: whyText(reason) }
}
