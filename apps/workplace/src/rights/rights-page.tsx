import { Page, useSession } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { ExplainPart } from './explain-part.tsx'
import { OwnEmergencies } from './own-emergencies.tsx'
import { ReviewPart } from './review-part.tsx'

const rescuers = ['case-worker', 'registrar', 'head']
const reviewers = ['security-officer']

/** Rights at `/rights`: why something is allowed or not, access in an emergency, and its review. */
export function RightsPage(): ReactNode {
  const words = useWords()
  const { roles } = useSession()
  const has = (some: readonly string[]) => some.some(role => roles.includes(role))
  return (
    <Page title={words.say('rights.title')} wide>
      <h1>{words.say('rights.title')}</h1>
      {has(reviewers) ? <ReviewPart /> : null}
      <ExplainPart />
      {has(rescuers) ? <OwnEmergencies /> : null}
    </Page>
  )
}
