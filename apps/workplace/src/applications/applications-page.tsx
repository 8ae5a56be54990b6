import { Page } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { ClientsPart } from './clients-part.tsx'
import { ProvidersPart } from './providers-part.tsx'

/** Applications at `/applications`: what signs people in here or comes for itself, and where else people may sign in. */
export function ApplicationsPage(): ReactNode {
  const words = useWords()
  return (
    <Page title={words.say('applications.title')} wide>
      <h1>{words.say('applications.title')}</h1>
      <p>{words.say('applications.lead')}</p>
      <ClientsPart />
      <ProvidersPart />
    </Page>
  )
}
