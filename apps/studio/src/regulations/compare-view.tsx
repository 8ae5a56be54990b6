import { useQuery } from '@tanstack/react-query'
import { getRegulation, getText } from '@tereze/regulations/contract'
import { ask, Failure, useSession, Waiting } from '@tereze/ui-app'
import { PageState } from '@tereze/ui-components'
import { RegulationDifferences } from '@tereze/ui-editors'
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'
import type { Life } from './life.ts'
import { useBodies } from './use-bodies.ts'

/** The text as it is now beside an earlier one, or beside another version, clause by clause. */
export function CompareView({ life }: { life: Life }): ReactNode {
  const words = useWords()
  const bodies = useBodies()
  const { organisation } = useSession()
  const { owner, regulation } = life.card
  const earlier = life.texts.slice(0, -1)
  const [chosen, choose] = useState(earlier.length > 0 ? `text ${earlier.at(-1)?.number}` : '')
  const [kind, id = ''] = chosen.split(' ')
  const query = useQuery({
    queryKey: ['regulations', 'compared', organisation, owner, regulation, chosen],
    queryFn: async ({ signal }) => {
      if (kind !== 'text') return (await ask(getRegulation, { organisation, owner, regulation: id }, { signal })).text
      return (await ask(getText, { organisation, owner, regulation, number: Number(id) }, { signal })).text
    },
    enabled: chosen !== '',
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (earlier.length === 0 && life.versions.length === 0)
    return <PageState drawing="empty" small heading="h2" title={words.say('life.nothing-to-compare')} />
  return (
    <>
      <label className="field life-chosen">
        <span>{words.say('life.compare-with')}</span>
        <select className="input" value={chosen} onChange={event => choose(event.target.value)}>
          <option value="" />
          {earlier.map(({ number, at }) => (
            <option key={number} value={`text ${number}`}>
              {words.say('life.text-number', { number, moment: words.moment(at) })}
            </option>
          ))}
          {life.versions.map(one => (
            <option key={one.regulation} value={`version ${one.regulation}`}>
              {words.say('life.version', { version: one.version })}
            </option>
          ))}
        </select>
      </label>
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} /> : null}
      {chosen !== '' && query.isPending ? <Waiting lines={4} /> : null}
      {query.data === undefined ? null : (
        <RegulationDifferences from={query.data} to={life.text} names={bodies.names} language={words.language} />
      )}
    </>
  )
}
