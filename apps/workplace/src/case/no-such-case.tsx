import { Page, useSession } from '@tereze/ui-app'
import { PageState } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { startFor } from '../session/places.ts'
import { useWords } from '../words/words.ts'

/** There is no such case in the official's organisation, and the way back to where their day begins. */
export function NoSuchCase(): ReactNode {
  const { say } = useWords()
  const { roles } = useSession()
  return (
    <Page title={say('case.none.title')}>
      <div role="alert">
        <PageState
          drawing="lost"
          title={say('case.none.title')}
          action={
            <Link className="button" to={startFor(roles)}>
              {say('case.back')}
            </Link>
          }
        >
          <p>{say('case.none.text')}</p>
        </PageState>
      </div>
    </Page>
  )
}
