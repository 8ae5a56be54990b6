import { useQuery } from '@tanstack/react-query'
import { describeAuthority } from '@tereze/exchange/contract'
import { ask, isNotFound } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { exchangeKey } from './use-command.ts'

/** The authority of this installation: its certificate and its list of revoked ones for whoever checks; or that there is none yet. */
export function AuthorityPart(): ReactNode {
  const words = useWords()
  const query = useQuery({
    queryKey: [exchangeKey, 'authority'],
    queryFn: ({ signal }) => ask(describeAuthority, {}, { signal }),
  })
  if (isNotFound(query.error?.problem)) return <p className="soft">{words.say('certificates.no-authority')}</p>
  if (!query.isSuccess) return null
  return (
    <p>
      {words.say('certificates.authority-of-here')}{' '}
      <a href="/exchange/v1/authority/certificate.pem" download>
        {words.say('certificates.authority-certificate')}
      </a>
      {' · '}
      <a href="/exchange/v1/authority/revocations.crl" download>
        {words.say('certificates.authority-revoked')}
      </a>
    </p>
  )
}
