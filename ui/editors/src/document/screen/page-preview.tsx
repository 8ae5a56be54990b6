import { toJson } from '@tereze/feel'
import { isObject, type Json, type JsonObject } from '@tereze/forms'
import type { Language } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import type { DrawnPage, EditorProps } from '../../editor.ts'
import { CheckSetting, ChoiceSetting } from '../../form/screen/setting.tsx'
import { exampleData } from '../../parts/example-values.ts'
import { TextInput } from '../../parts/fields.tsx'
import { sampleTexts, storiesIn } from '../draft/sample-data.ts'
import { useDesk } from './document-desk.ts'

function regulationIn(files: ReadonlyMap<string, string>): { regulation?: JsonObject } {
  try {
    const value = JSON.parse(files.get('regulation.json') ?? 'null') as Json
    return isObject(value) ? { regulation: value } : {}
  } catch {
    return {}
  }
}

/** The page as the platform sets it, filled with data of a story or by hand. */
export function PagePreview(props: {
  files: EditorProps['files']
  draw: NonNullable<EditorProps['drawPage']>
}): ReactNode {
  const { draft, say, shown } = useDesk()
  const [story, setStory] = useState('')
  const [isLong, setLong] = useState(false)
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map())
  const [only, setOnly] = useState<'' | Language>('')
  const [busy, setBusy] = useState(false)
  const [drawn, setDrawn] = useState<DrawnPage | null>(null)
  const samples = sampleTexts(draft.template, props.files.get(story), isLong)
  const texts = [...samples].map(([path, text]) => [path, typed.get(path) ?? text] as const)

  async function look(): Promise<void> {
    setBusy(true)
    const data = toJson(exampleData(texts.map(([path, text]) => [path.split('.'), text] as const))) as JsonObject
    const { template, words } = draft
    const languages: readonly Language[] = only === '' ? shown : [only]
    setDrawn(await props.draw({ template, words, ...regulationIn(props.files), data, languages }))
    setBusy(false)
  }

  return (
    <details className="doc-preview">
      <summary>{say('preview')}</summary>
      <div className="doc-preview-body">
        <div className="doc-preview-data">
          <ChoiceSetting
            label={say('preview.story')}
            readOnly={false}
            value={story}
            options={[
              { value: '', text: say('preview.made-up') },
              ...storiesIn(props.files).map(one => ({ value: one.path, text: one.story })),
            ]}
            commit={path => {
              setStory(path)
              setTyped(new Map())
            }}
          />
          <ChoiceSetting
            label={say('preview.languages')}
            readOnly={false}
            value={only}
            options={[
              { value: '', text: say('preview.as-shown') },
              ...(['kk', 'ru', 'en'] as const).map(value => ({ value, text: say(`side.${value}`) })),
            ]}
            commit={value => setOnly(value as '' | Language)}
          />
          <CheckSetting label={say('preview.long')} readOnly={false} value={isLong} commit={setLong} />
          <details className="doc-item">
            <summary>{say('preview.data')}</summary>
            <p className="soft">{say('preview.data.hint')}</p>
            {texts.map(([path, text]) => (
              <TextInput
                key={path}
                label={path}
                value={text}
                readOnly={false}
                code
                give={next => setTyped(new Map(typed).set(path, next))}
              />
            ))}
          </details>
          <button type="button" className="button" disabled={busy} onClick={() => void look()}>
            {say(busy ? 'preview.busy' : 'preview.draw')}
          </button>
        </div>
        <div role="status">
          {drawn === null ? null : 'problem' in drawn ? (
            <p className="mistake">{drawn.problem}</p>
          ) : (
            <>
              <p>
                <a href={`data:application/pdf;base64,${drawn.pdf}`} download={`${String(draft.template.id)}.pdf`}>
                  {say('preview.file')}
                </a>
              </p>
              <img
                className="doc-drawn"
                alt={say('preview.picture')}
                src={`data:image/svg+xml,${encodeURIComponent(drawn.svg)}`}
              />
            </>
          )}
        </div>
      </div>
    </details>
  )
}
