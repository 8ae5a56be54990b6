import { useQuery } from '@tanstack/react-query'
import { type Explanation, explainAccess, listPermissions } from '@tereze/access/contract'
import { listOrganisations } from '@tereze/catalogue/contract'
import { ask, Failure, useOrganisations, useSession, Waiting } from '@tereze/ui-app'
import { Callout, Journey, JourneyStep, type Tone } from '@tereze/ui-components'
import { type FormEvent, type ReactNode, useId } from 'react'
import { useSearchParams } from 'react-router'
import { useWords, type Words } from '../words/words.ts'
import { rightsKey } from './use-command.ts'

type Looked = Explanation['looked'][number]

const controllers = ['security-officer', 'auditor', 'head']
const tones: Readonly<Record<Looked['result'], Tone>> = {
  'rule-allows': 'done',
  'no-rule': 'later',
  'not-your-role': 'later',
  'other-organisation': 'no',
  'other-territory': 'no',
  'condition-not-met': 'no',
  'emergency-only': 'you',
  'representation-missing': 'no',
  'power-out-of-scope': 'no',
  'visit-over': 'no',
  'visit-unconfirmed': 'no',
  'outside-agreement': 'no',
}

/** Whether something is allowed, with every rule that was looked at: what came of it and what it would need. */
export function ExplainPart(): ReactNode {
  const words = useWords()
  const [params, setParams] = useSearchParams()
  const { organisation, roles } = useSession()
  const permissions = useQuery({
    queryKey: [rightsKey, 'permissions'],
    queryFn: ({ signal }) => ask(listPermissions, {}, { signal }),
  })
  const asked = {
    permission: params.get('permission') ?? '',
    over: params.get('over') ?? organisation,
    role: params.get('role') ?? '',
  }
  if (permissions.isPending) return <Waiting lines={4} />
  if (permissions.isError)
    return <Failure problem={permissions.error.problem} again={() => void permissions.refetch()} small />
  const maySuppose = controllers.some(role => roles.includes(role))
  return (
    <section aria-labelledby="explain">
      <h2 id="explain">{words.say('rights.explain')}</h2>
      <p>{words.say('rights.explain-lead')}</p>
      <Choice
        key={`${asked.permission} ${asked.over} ${asked.role}`}
        asked={asked}
        permissions={permissions.data.items.map(({ permission }) => permission)}
        roles={maySuppose ? permissions.data.roles : []}
        nameOf={role => words.pick(permissions.data.words[`role.${role}`] ?? { en: role, ru: role, kk: role })}
        choose={next => setParams(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '')))}
      />
      {asked.permission === '' ? null : <Answer {...asked} />}
    </section>
  )
}

interface Asked {
  readonly permission: string
  readonly over: string
  readonly role: string
}

function Choice(of: {
  asked: Asked
  permissions: readonly string[]
  roles: readonly string[]
  nameOf: (role: string) => string
  choose: (next: Record<keyof Asked, string>) => void
}): ReactNode {
  const words = useWords()
  const list = useId()
  const organisations = useQuery({
    queryKey: ['organisations'],
    queryFn: ({ signal }) => ask(listOrganisations, {}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const known = organisations.data?.items ?? []
  if (organisations.isPending) return <Waiting lines={3} />
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const value = (name: string) => String(form.get(name) ?? '').trim()
    of.choose({ permission: value('permission'), over: value('over'), role: value('role') })
  }
  return (
    <form className="exchange-form" onSubmit={submit}>
      <label className="field">
        <span>{words.say('rights.permission')}</span>
        <input
          className="input"
          name="permission"
          list={list}
          defaultValue={of.asked.permission}
          required
          maxLength={200}
        />
      </label>
      <datalist id={list}>
        {of.permissions.map(permission => (
          <option key={permission} value={permission} />
        ))}
      </datalist>
      <label className="field">
        <span>{words.say('rights.over')}</span>
        <select className="input" name="over" defaultValue={of.asked.over} required>
          {known.map(({ id, name }) => (
            <option key={id} value={id}>
              {words.pick(name)}
            </option>
          ))}
        </select>
      </label>
      {of.roles.length === 0 ? null : (
        <label className="field">
          <span>{words.say('rights.role')}</span>
          <select className="input" name="role" defaultValue={of.asked.role}>
            <option value="">{words.say('rights.me')}</option>
            {of.roles.map(role => (
              <option key={role} value={role}>
                {of.nameOf(role)}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="submit" className="button">
        {words.say('rights.look')}
      </button>
    </form>
  )
}

function Answer({ permission, over, role }: Asked): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const nameOf = useOrganisations()
  const query = useQuery({
    queryKey: [rightsKey, 'explained', organisation, permission, over, role],
    queryFn: ({ signal }) => {
      const as = role === '' ? {} : { as: { organisation, roles: [role] } }
      return ask(explainAccess, { permission, organisation: over, ...as }, { signal })
    },
    staleTime: 0,
  })
  if (query.isPending) return <Waiting lines={5} />
  if (query.isError) return <Failure problem={query.error.problem} again={() => void query.refetch()} small />
  const { allowed, because, looked } = query.data
  return (
    <>
      <Callout
        tone={allowed ? 'done' : 'no'}
        title={words.say(allowed ? 'rights.allowed' : 'rights.denied', { organisation: nameOf(over) || over })}
        live
      >
        <p>{words.say(`rights.because.${because}`)}</p>
      </Callout>
      {looked.length === 0 ? null : <h3 className="rights-rules">{words.say('rights.rules')}</h3>}
      <Journey>
        {looked.map((rule, index) => (
          <JourneyStep
            key={rule.rule}
            number={index + 1}
            tone={tones[rule.result]}
            title={words.pick(query.data.words[rule.why] ?? { en: rule.rule, ru: rule.rule, kk: rule.rule })}
            tag={words.say(rule.result === 'rule-allows' ? 'rights.tag.allows' : 'rights.tag.does-not')}
          >
            <p>{needOf(rule, words)}</p>
            {rule.read.length === 0 ? null : (
              <p className="soft">
                {words.say('rights.condition')} <code>{rule.condition}</code>
                {rule.read.map(({ path, value }) => (
                  <span key={path} className="source">
                    {path} = {value}
                  </span>
                ))}
              </p>
            )}
          </JourneyStep>
        ))}
      </Journey>
    </>
  )
}

/** What a rule says of itself, and what it would need where it does not allow. */
function needOf({ result, who }: Looked, words: Words): string {
  if (result === 'not-your-role') return words.say('rights.need.role', { who: who.join(', ') })
  return words.say(`rights.because.${result}`)
}
