import { useQuery } from '@tanstack/react-query'
import { getSession } from '@tereze/identity/contract'
import type { OutputOf } from '@tereze/operation'
import { PageState } from '@tereze/ui-components'
import { createContext, type ReactNode, useContext, useEffect } from 'react'
import { Failure } from '../state/failure.tsx'
import { Waiting } from '../state/waiting.tsx'
import { useWords } from '../words/words.tsx'
import { ask, keepFormToken } from './platform.ts'
import { signInAddress } from './sign-in.ts'

type Whoever = OutputOf<typeof getSession>
/** The official who is signed in. */
export type Session = Whoever & { readonly kind: 'official'; readonly organisation: string }

const SessionContext = createContext<Session | null>(null)

/** The official who is signed in. @throws Error outside of `SessionGate`. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('useSession was called outside of SessionGate')
  return session
}

function isOfficial(who: Whoever): who is Session {
  return who.kind === 'official' && who.organisation !== null
}

/** Lets officials in, sends nobody to the sign-in, and tells everyone else where they belong. */
export function SessionGate({ children }: { children: ReactNode }): ReactNode {
  const words = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['session'],
    staleTime: Number.POSITIVE_INFINITY,
    async queryFn({ signal }) {
      const who = await ask(getSession, {}, { signal })
      keepFormToken(who.formToken)
      return who
    },
  })
  const nobody = data?.kind === 'anonymous' || error?.problem.kind === 'signed-out'
  useEffect(() => {
    if (nobody) window.location.assign(signInAddress(window.location))
  }, [nobody])

  if (nobody || (data === undefined && error === null)) {
    return (
      <main id="main">
        <Waiting lines={8} />
      </main>
    )
  }
  if (data === undefined) {
    return (
      <main id="main">
        <Failure problem={error?.problem ?? null} again={() => void refetch()} />
      </main>
    )
  }
  if (!isOfficial(data)) {
    return (
      <main id="main">
        <PageState
          drawing="closed"
          title={words.say('gate.person-title')}
          action={
            <>
              <a className="button" href="/">
                {words.say('gate.to-portal')}
              </a>
              <a className="button button-quiet" href={signInAddress(window.location)}>
                {words.say('gate.sign-in-otherwise')}
              </a>
            </>
          }
        >
          <p>{words.say('gate.person-text')}</p>
        </PageState>
      </main>
    )
  }
  return <SessionContext value={data}>{children}</SessionContext>
}
