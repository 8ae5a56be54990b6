import { PageState } from '@tereze/ui-components'
import { type ReactNode, useEffect } from 'react'
import { useWords } from '../words/words.tsx'
import { useSession } from './session.tsx'
import { signedInChannel } from './sign-in.ts'

/** The end of a sign-in beside a page: tells the page that waits, and closes. Where a browser keeps the tab open, it says where to go on. */
export function SignedInPage(): ReactNode {
  const { say } = useWords()
  const { id } = useSession()
  useEffect(() => {
    const channel = new BroadcastChannel(signedInChannel)
    channel.postMessage(id)
    channel.close()
    window.close()
  }, [id])
  return (
    <PageState drawing="sign" title={say('session.signed-in')}>
      <p>{say('session.signed-in.text')}</p>
    </PageState>
  )
}
