import { Icon, shownSize } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import type { CaseView } from './view.ts'

/** Files that came with the case, to be fetched; nothing where there are none. */
export function FilesPart({ view }: { view: CaseView }): ReactNode {
  const words = useWords()
  const { card, files = [] } = view
  if (files.length === 0) return null
  const address = ['', 'v1', 'files', card.organisation, card.case].map(encodeURIComponent).join('/')
  return (
    <section>
      <h3 className="source-head">{words.say('case.files')}</h3>
      <ul className="files-list">
        {files.map(file => {
          const { unit, value } = shownSize(file.size)
          return (
            <li key={file.id}>
              <Icon name="document" />
              <span className="files-name">
                <a href={`${address}/${encodeURIComponent(file.id)}`} download={file.name}>
                  {file.name}
                </a>
                <span className="source">
                  {words.say(`case.files.${file.from}`, {
                    date: words.day(file.at, { year: false }),
                    organisation: file.organisation === undefined ? '' : words.pick(file.organisation),
                  })}{' '}
                  · {words.say(`files.units.${unit}`, { value })}
                </span>
                {file.checked ? null : <span className="source">{words.say('files.unchecked')}</span>}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
