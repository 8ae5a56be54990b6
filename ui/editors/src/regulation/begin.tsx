import { type AroundRegulations, blankRegulation, isObject, regulationSource, writeJson } from '@tereze/regulation'
import { type Language, PageState } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import type { EditorProps } from '../editor.ts'
import { newActOfJoining } from './read-file.ts'
import { sayIn } from './words.ts'

/** A member of a JSON file of the draft, where it is a text. */
function textIn(files: ReadonlyMap<string, string>, path: string, member: string): string {
  try {
    const value: unknown = JSON.parse(files.get(path) ?? 'null')
    return isObject(value) && typeof value[member] === 'string' ? value[member] : ''
  } catch {
    return ''
  }
}

/** What a package without a digital regulation is offered: begin one, or join a template. */
export function Begin({ files, change, readOnly, language, around }: EditorProps): ReactNode {
  const say = sayIn(language)
  const templates: AroundRegulations['templates'] = around?.templates ?? []
  const [chosen, setChosen] = useState('')
  const template = templates.find(({ id, version }) => `${id}@${version}` === chosen)
  const id = textIn(files, 'service.json', 'id')
  const blank = () => {
    const jurisdiction = around?.surroundings.jurisdictions[0]?.id ?? ''
    const title = (language: Language) => textIn(files, `messages/${language}.json`, 'title')
    const name = { en: title('en'), ru: title('ru'), kk: title('kk') }
    const domain = textIn(files, 'service.json', 'domain')
    change({ [regulationSource]: writeJson(blankRegulation({ id, domain, jurisdiction, name })) })
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
