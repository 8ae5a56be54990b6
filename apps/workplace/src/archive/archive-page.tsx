import { Page, useSession } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { CasesPart } from './cases-part.tsx'
import { DestructionsPart } from './destructions-part.tsx'
import { ErasePart } from './erase-part.tsx'

/** The archive at `/archive`: closed cases with the last day of their terms, acts of destruction, keys of persons. */
export function ArchivePage(): ReactNode {
  const words = useWords()
  const { roles } = useSession()
  const keeps = roles.includes('archivist')
  return (
    <Page title={words.say('archive.title')} wide>
      <h1>{words.say('archive.title')}</h1>
      <p>{words.say('archive.lead')}</p>
      <DestructionsPart />
      <CasesPart mayDraft={keeps} />
      {keeps ? <ErasePart /> : null}
    </Page>
  )
}
