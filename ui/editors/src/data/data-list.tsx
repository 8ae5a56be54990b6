import type { ReactNode } from 'react'
import type { EditorProps } from '../editor.ts'
import { cataloguesOf } from '../file/catalogues.ts'
import { Unreadable } from '../file/file-view.tsx'
import '../regulation/regulation.css'
import { sayer } from '../say.ts'
import './data.css'
import { fieldsOf } from './fields-of.ts'
import en from './messages/en.json' with { type: 'json' }
import kk from './messages/kk.json' with { type: 'json' }
import ru from './messages/ru.json' with { type: 'json' }

const sayData = sayer({ en, ru, kk })

/** The fields of a case as a table: what each is called, its kind, its concept. */
export function DataList({ files, path, language }: EditorProps): ReactNode {
  const say = sayData(language)
  let schema: unknown
  try {
    schema = JSON.parse(files.get(path) ?? '')
  } catch {
    return <Unreadable language={language} />
  }
  const fields = fieldsOf(schema, cataloguesOf(files), language)
  return (
    <div className="reg">
      <p className="reg-hint">{say('hint')}</p>
      <table className="data-fields">
        <thead>
          <tr>
            <th scope="col">{say('field')}</th>
            <th scope="col">{say('kind')}</th>
            <th scope="col">{say('concept')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ path: name, label, kind, values, required, concept, depth }) => (
            <tr key={name}>
              <th scope="row" style={{ paddingInlineStart: `${depth}rem` }}>
                {label ?? name.split('.').at(-1)}
                <code>{name}</code>
              </th>
              <td>
                {say(`kind.${kind}`)}
                {values.length === 0 ? '' : `: ${values.join(', ')}`}
                {required ? ` · ${say('required')}` : ''}
              </td>
              <td>{concept ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
