import { type AroundRegulations, blankRegulation, isObject, regulationSource, writeJson } from '@tereze/regulation'
import { PageState } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import type { EditorProps } from '../editor.ts'
import { newActOfJoining } from './read-file.ts'
import { sayIn } from './words.ts'

/** The id and domain of the service that a draft is of, as far as its card says; the rest is to be written. */
function cardOf(files: ReadonlyMap<string, string>): { readonly id: string; readonly domain: string } {
  try {
    const card: unknown = JSON.parse(files.get('service.json') ?? 'null')
    const read = (name: string) => (isObject(card) && typeof card[name] === 'string' ? String(card[name]) : '')
    return { id: read('id'), domain: read('domain') }
  } catch {
    return { id: '', domain: '' }
  }
}

/** What a package without a digital regulation is offered: begin one, or join a template. */
export function Begin({ files, change, readOnly, language, around }: EditorProps): ReactNode {
  const say = sayIn(language)
  const templates: AroundRegulations['templates'] = around?.templates ?? []
  const [chosen, setChosen] = useState('')
  const template = templates.find(({ id, version }) => `${id}@${version}` === chosen)
  const { id, domain } = cardOf(files)
  const blank = () => {
    const jurisdiction = around?.surroundings.jurisdictions[0]?.id ?? ''
    change({ [regulationSource]: writeJson(blankRegulation({ id, domain, jurisdiction })) })
  }
  return (
    <PageState drawing="empty" small heading="h3" title={say('begin.title')}>
      <p>{say('begin.hint')}</p>
      {readOnly ? null : (
        <>
          <div className="reg-bar">
            <button type="button" className="button" onClick={blank}>
              {say('begin.blank')}
            </button>
          </div>
          {templates.length === 0 ? null : (
            <div className="reg-bar">
              <label>
                {say('begin.template')}
                <select className="input" value={chosen} onChange={event => setChosen(event.currentTarget.value)}>
                  <option value="">{say('choose')}</option>
                  {templates.map(one => (
                    <option key={`${one.id}@${one.version}`} value={`${one.id}@${one.version}`}>
                      {`${one.name[language]} (${one.id}@${one.version})`}
                    </option>
                  ))}
                </select>
              </label>
              <button
                type="button"
                className="button button-quiet"
                disabled={template === undefined}
                onClick={() => template !== undefined && change({ [regulationSource]: newActOfJoining(id, template) })}
              >
                {say('begin.joining')}
              </button>
            </div>
          )}
        </>
      )}
    </PageState>
  )
}
