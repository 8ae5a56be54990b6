import { Page } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { SealsPart } from './seals-part.tsx'
import { TrustedPart } from './trusted-part.tsx'
import '../styles/seals.css'

/** Seals at `/seals`: with what the organisation signs, whose certificates are believed here, and which clocks. */
export function SealsPage(): ReactNode {
  const { say } = useWords()
  return (
    <Page title={say('seals.title')} wide>
      <h1>{say('seals.title')}</h1>
      <p>{say('seals.lead')}</p>
      <SealsPart />
      <TrustedPart />
    </Page>
  )
}
