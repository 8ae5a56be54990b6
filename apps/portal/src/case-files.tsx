import type { getOwnCase } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import { Icon } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from './addresses.ts'
import type { Ui } from './ui.ts'

/** Files that came with a case, to be fetched again; nothing where there are none. */
export function CaseFiles({ own, ui }: { own: OutputOf<typeof getOwnCase>; ui: Ui }): ReactNode {
  const { card, files = [] } = own
  if (files.length === 0) return null
  return (
    <section>
      <h2>{ui.t('case.files')}</h2>
      <ul className="files-list">
        {files.map(file => (
          <li key={file.id}>
            <Icon name="document" />
            <span className="files-name">
              <a href={addresses.caseFile(card.organisation, card.case, file.id)} download={file.name}>
                {file.name}
              </a>{' '}
              <span className="soft">
                {ui.t(`case.files.${file.from}`, {
                  date: ui.dayOf(file.at),
                  organisation: file.organisation?.[ui.language] ?? '',
                })}{' '}
                · {ui.size(file.size)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
