import { PageState } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWords } from '../words/words.tsx'
import { Page } from './page.tsx'

/** For addresses that lead nowhere. */
export function NoSuchPage(): ReactNode {
  const { say } = useWords()
  return (
    <Page title={say('shell.nowhere-title')}>
      <PageState
        drawing="lost"
        title={say('shell.nowhere-title')}
        action={
          <Link className="button" to="/">
            {say('shell.to-start')}
          </Link>
        }
      >
        <p>{say('shell.nowhere-text')}</p>
      </PageState>
    </Page>
  )
}
