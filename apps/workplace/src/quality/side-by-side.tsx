import { useQuery } from '@tanstack/react-query'
import { compareQuality } from '@tereze/registers/contract'
import { ask, Failure, useSession, Waiting } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { registersKey } from '../registers/use-register.ts'
import { useWords } from '../words/words.ts'
import { indexInWords } from './index-in-words.ts'
import { severities } from './severity-tones.ts'
import { TrendPicture } from './trend-picture.tsx'

/** The index of all organisations whose registers are watched, the best first, with how it went. */
export function SideBySide(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const query = useQuery({
    queryKey: [registersKey, 'quality-compared', organisation],
    queryFn: ({ signal }) => ask(compareQuality, { organisation }, { signal }),
  })
  const items = query.data?.items ?? []
  if (query.isPending) return <Waiting lines={4} />
  if (query.isError) return <Failure problem={query.error.problem} again={() => void query.refetch()} small />
  if (items.length < 2) return null
  return (
    <section aria-labelledby="side-by-side">
      <h2 id="side-by-side">{words.say('quality.side-by-side')}</h2>
      <ul className="register-cards">
        {items.map(({ organisation: id, name, index, open, registers, history }) => (
          <li key={id} className="pane" aria-current={id === organisation ? 'true' : undefined}>
            <h3>{words.pick(name)}</h3>
            <p className="quality-number">{indexInWords(index, words.language)}</p>
            <TrendPicture history={history} />
            <p className="soft">
              {words.say('quality.registers-count', { count: registers })} ·{' '}
              {words.say('quality.violations-count', {
                count: severities.reduce((sum, severity) => sum + open[severity], 0),
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
