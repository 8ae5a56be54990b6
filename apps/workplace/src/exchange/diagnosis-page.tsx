import { useQuery } from '@tanstack/react-query'
import { type DiagnosisStep, diagnoseService, listMembers } from '@tereze/exchange/contract'
import { ask, Failure, Page, useOrganisations, useSession, Waiting } from '@tereze/ui-app'
import { Callout, Journey, JourneyStep, PageState, type Tone } from '@tereze/ui-components'
import { type FormEvent, type ReactNode, useId } from 'react'
import { Link, useSearchParams } from 'react-router'
import { isMessageId } from '../words/messages.ts'
import { useWords } from '../words/words.ts'
import { findingKey, stepParams, wayKey } from './step-words.ts'

const tones: Readonly<Record<DiagnosisStep['state'], Tone>> = { ok: 'done', wrong: 'no', note: 'you', skipped: 'later' }

/** Why a service does not answer, at `/exchange/why`: the way of a message step by step, and the way out where it fails. */
export function DiagnosisPage(): ReactNode {
  const words = useWords()
  const [params, setParams] = useSearchParams()
  const contract = params.get('contract') ?? ''
  const purpose = params.get('purpose') ?? ''
  return (
    <Page title={words.say('diagnosis.title')}>
      <p className="diagnosis-back">
        <Link to="/exchange">{words.say('diagnosis.back')}</Link>
      </p>
      <h1>{words.say('diagnosis.title')}</h1>
      <p>{words.say('diagnosis.lead')}</p>
      <Choice
        key={`${contract} ${purpose}`}
        contract={contract}
        purpose={purpose}
        choose={(next, why) => setParams({ contract: next, purpose: why })}
      />
      {contract !== '' && purpose !== '' ? <Steps contract={contract} purpose={purpose} /> : null}
    </Page>
  )
}

function Choice(of: {
  contract: string
  purpose: string
  choose: (contract: string, purpose: string) => void
}): ReactNode {
  const words = useWords()
  const service = useId()
  const why = useId()
  const members = useQuery({ queryKey: ['members'], queryFn: ({ signal }) => ask(listMembers, {}, { signal }) })
  if (members.isPending) return <Waiting lines={3} />
  if (members.isError) return <Failure problem={members.error.problem} again={() => void members.refetch()} small />
  const providers = members.data.items.filter(({ services }) => services.length > 0)
  if (providers.length === 0)
    return (
      <PageState drawing="empty" title={words.say('diagnosis.no-services')} small>
        <p>{words.say('diagnosis.no-services-text')}</p>
      </PageState>
    )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    of.choose(String(form.get('contract')), String(form.get('purpose')).trim())
  }
  return (
    <form className="diagnosis-form" onSubmit={submit}>
      <label htmlFor={service}>
        <span>{words.say('diagnosis.service')}</span>
        <select id={service} name="contract" className="input" defaultValue={of.contract} required>
          {providers.map(({ member, name, services }) => (
            <optgroup key={member} label={words.pick(name)}>
              {services.map(one => (
                <option key={one.contract} value={one.contract}>
                  {`${words.pick(one.title)} · ${words.say('exchange.version', { version: one.contract.split('@')[1] ?? '' })}`}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label htmlFor={why}>
        <span>{words.say('diagnosis.purpose')}</span>
        <input id={why} name="purpose" className="input" defaultValue={of.purpose} required maxLength={100} />
      </label>
      <button type="submit" className="button">
        {words.say('diagnosis.look')}
      </button>
    </form>
  )
}

function Steps({ contract, purpose }: { contract: string; purpose: string }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const nameOf = useOrganisations()
  const query = useQuery({
    queryKey: ['diagnosis', organisation, contract, purpose],
    queryFn: ({ signal }) => ask(diagnoseService, { organisation, contract, purpose }, { signal }),
    staleTime: 0,
  })
  if (query.isPending) return <Waiting lines={9} />
  if (query.isError) return <Failure problem={query.error.problem} again={() => void query.refetch()} small />
  const { works, steps } = query.data
  return (
    <>
      <h2>{words.say('diagnosis.steps')}</h2>
      <Callout tone={works ? 'done' : 'no'} title={words.say(works ? 'diagnosis.works' : 'diagnosis.fails')} live />
      <Journey>
        {steps.map(({ id, state, finding, params }, index) => {
          const way = wayKey(finding)
          const values = stepParams(params, words, nameOf)
          return (
            <JourneyStep
              key={id}
              number={index + 1}
              tone={tones[state]}
              title={words.say(`diagnosis.step.${id}`)}
              tag={words.say(`diagnosis.state.${state}`)}
            >
              <p>{words.say(findingKey(finding), values)}</p>
              {isMessageId(way) && state !== 'skipped' ? <p className="remedy">{words.say(way, values)}</p> : null}
            </JourneyStep>
          )
        })}
      </Journey>
    </>
  )
}
