import { compareRegulations, isObject, upgradeBase, writeJson } from '@tereze/regulation'
import { Callout, PageState } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import type { EditorVersion } from '../../editor.ts'
import { useDesk } from '../desk.ts'
import { newest } from '../newest.ts'
import { readFile } from '../read-file.ts'
import { Differences } from './differences.tsx'
import { type Chosen, UpgradeChoices } from './upgrade-choices.tsx'

/** A newer version of the template that an act joins: three ways, take or keep at every place that both changed. */
function Upgrade({ write }: { write: (text: string) => void }): ReactNode {
  const { say, joining, around, readOnly } = useDesk()
  if (joining === null) return null
  const { act, template } = joining
  const next = newest(around?.templates ?? [], template)
  if (next === null) return null
  const apply = ({ take }: Chosen) => write(writeJson(upgradeBase(template, next, act, take)))
  return (
    <Callout tone="you" title={say('upgrade.title', { version: next.version })}>
      <p>{say('upgrade.hint')}</p>
      <UpgradeChoices act={act} template={template} next={next} apply={readOnly ? null : apply} />
    </Callout>
  )
}

/** Two versions of a regulation, clause by clause; above it what a newer template would bring. */
export function ComparePage(props: {
  path: string
  versions: readonly EditorVersion[]
  write: (text: string) => void
}): ReactNode {
  const { say, regulation, around, joining } = useDesk()
  const [chosen, setChosen] = useState('')
  const [given, setGiven] = useState<{ readonly name: string; readonly text: string } | null>(null)
  const own = props.versions.flatMap(({ label, files }) => {
    const text = files.get(props.path)
    return text === undefined ? [] : [{ name: label, text }]
  })
  const base =
    joining === null
      ? []
      : [{ name: `${joining.template.id}@${joining.template.version}`, text: writeJson(joining.template) }]
  const others = [...own, ...base, ...(given === null ? [] : [given])]
  const other = others.find(({ name }) => name === chosen)
  const opened = other === undefined ? null : readFile(other.text, around)
  return (
    <div className="reg-compare">
      <Upgrade write={props.write} />
      <div className="reg-bar">
        <label>
          {say('compare.with')}
          <select className="input" value={chosen} onChange={event => setChosen(event.currentTarget.value)}>
            <option value="">{say('choose')}</option>
            {others.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say('compare.file')}
          <input
            type="file"
            accept=".json,application/json"
            onChange={event => {
              const file = event.currentTarget.files?.[0]
              if (file === undefined) return
              file.text().then(
                text => {
                  setGiven({ name: file.name, text })
                  setChosen(file.name)
                },
                () => setGiven({ name: file.name, text: '' }),
              )
            }}
          />
        </label>
      </div>
      {opened === null ? (
        <PageState drawing="empty" small heading="h3" title={say('compare.choose')} />
      ) : opened.state === 'open' && isObject(opened.regulation) ? (
        <Differences
          differences={compareRegulations(opened.regulation, regulation)}
          from={opened.regulation}
          to={regulation}
        />
      ) : (
        <Callout tone="no" title={say('compare.wrong')} />
      )}
    </div>
  )
}
