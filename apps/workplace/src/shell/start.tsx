import { Page, useSession } from '@tereze/ui-app'
import { PageState } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link, Navigate } from 'react-router'
import { startFor } from '../session/places.ts'
import { isMessageId } from '../words/messages.ts'
import { useWords } from '../words/words.ts'

/** Where the day begins at `/`: the first section of one's roles, or what one's role does elsewhere. */
export function Start(): ReactNode {
  const { roles } = useSession()
  const start = startFor(roles)
  return start === '/' ? <WorkElsewhere roles={roles} /> : <Navigate to={start} replace />
}

/** Roles of those who make services, and of those who agree on regulations: they work in the studio. */
const makers = ['observer', 'developer', 'reviewer', 'publisher', 'legal-officer']

function WorkElsewhere({ roles }: { roles: readonly string[] }): ReactNode {
  const { say } = useWords()
  const [name] = roles.map(role => `role.${role}`).filter(isMessageId)
  const title = say(name ?? 'start.title')
  return (
    <Page title={title} wide>
      <PageState
        drawing="empty"
        title={title}
        action={
          <>
            {roles.some(role => makers.includes(role)) ? (
              <a className="button" href="/studio/">
                {say('start.to-studio')}
              </a>
            ) : null}
            <a className="button button-quiet" href="/">
              {say('gate.to-portal')}
            </a>
          </>
        }
      >
        {roles
          .map(role => `start.${role}`)
          .filter(isMessageId)
          .map(text => (
            <p key={text}>{say(text)}</p>
          ))}
        <p>{say('start.elsewhere')}</p>
        <p>
          <Link to="/catalogue">{say('registers.catalogue')}</Link>
        </p>
      </PageState>
    </Page>
  )
}
