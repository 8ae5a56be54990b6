import { type Choosable, type DigitalRegulation, tryOut } from '@tereze/regulation'
import { PageState, Tag } from '@tereze/ui-components'
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { useDesk } from '../desk.ts'
import { summaryOf } from '../summary-of.ts'
import { useShown } from '../use-shown.ts'

function Choice(props: {
  one: Choosable
  label: string
  name: (value: unknown) => string
  choose: (index: number) => void
}): ReactNode {
  const { one } = props
  const index = one.candidates.findIndex(value => JSON.stringify(value) === JSON.stringify(one.chosen))
  return (
    <label className="reg-try-choice">
      {props.label}
      <select className="input" value={index} onChange={event => props.choose(Number(event.currentTarget.value))}>
        {one.candidates.map((value, at) => (
          <option key={JSON.stringify(value)} value={at}>
            {props.name(value)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The regulation tried out: answers and facts are chosen, and it is said which variant it is, what is asked, what is decided and why. */
export function TryPage(): ReactNode {
  const { say, regulation, problems, around, language } = useDesk()
  const shown = useShown()
  const [choices, setChoices] = useState<Readonly<Record<string, unknown>>>({})
  const later = useDeferredValue(choices)
  const ready = problems.length === 0 && around !== null
  const tried = useMemo(
    () => (ready ? tryOut(regulation as unknown as DigitalRegulation, around.surroundings, later) : null),
    [ready, regulation, around, later],
  )
  if (tried === null)
    return (
      <PageState drawing="empty" small heading="h3" title={say('print.unfinished')}>
        <p>{around === null ? say('state.unknown') : say('state.faults', { count: problems.length })}</p>
      </PageState>
    )
  const own = regulation as unknown as DigitalRegulation
  const question = (of: string) => own.questionnaire.find(({ name }) => name === of)
  const need = (of: string) => own.needs.find(({ id }) => id === of)
  const labelOf = ({ of, place }: Choosable) => {
    const name = question(of)?.text[language] ?? need(of)?.name[language] ?? of
    return place === '' ? name : `${name}: ${place.slice(1).replaceAll('/', ' › ')}`
  }
  const nameOf = (one: Choosable) => (value: unknown) =>
    [...(question(one.of)?.answers ?? []), ...(need(one.of)?.answers ?? [])].find(({ id }) => id === value)?.text[
      language
    ] ?? shown(value)
  const choose = (one: Choosable) => (index: number) => setChoices({ ...choices, [one.key]: one.candidates[index] })
  const groups = (['applicant', 'others'] as const).map(by => ({
    by,
    list: tried.choosable.filter(one => one.by === by && one.candidates.length > 1),
  }))
  const named = (list: readonly { readonly id: string }[] | undefined, id: string) =>
    summaryOf(
      list?.find(one => one.id === id),
      language,
    ) || id
  const needs = (ids: readonly string[]) =>
    ids.length === 0 ? say('try.nothing') : ids.map(id => need(id)?.name[language] ?? id).join('; ')
  const refusal = [
    ...own.criteria.map(({ ground }) => ground),
    ...(own.acceptance ?? []),
    ...(own.notApplicant === undefined ? [] : [{ id: 'not-entitled-to-apply', ...own.notApplicant }]),
  ].find(({ id }) => id === (tried.ground ?? tried.notAccepted[0]))
  return (
    <div className="reg-try">
      <form className="reg-try-given">
        {groups.map(({ by, list }) =>
          list.length === 0 ? null : (
            <fieldset key={by} className="reg-group">
              <legend>{say(by === 'applicant' ? 'try.questions' : 'try.facts')}</legend>
              {list.map(one => (
                <Choice key={one.key} one={one} label={labelOf(one)} name={nameOf(one)} choose={choose(one)} />
              ))}
            </fieldset>
          ),
        )}
      </form>
      <section className="reg-try-comes" aria-label={say('try.comes')} aria-live="polite">
        <h3>{say('try.comes')}</h3>
        <p className="reg-outcome">
          <Tag tone={tried.outcome === 'granted' ? 'done' : 'no'}>{say(`try.outcome.${tried.outcome}`)}</Tag>{' '}
          {tried.byOfficial ? say('try.by-official') : null}
        </p>
        {refusal === undefined ? null : (
          <p>
            {refusal.text[language]} <em>{refusal.remedy[language]}</em>
          </p>
        )}
        <dl>
          <dt>{say('try.category')}</dt>
          <dd>{tried.category === null ? say('try.outside') : named(own.applicants, tried.category)}</dd>
          <dt>{say('try.variant')}</dt>
          <dd>{tried.variant === null ? say('try.nothing') : named(own.variants, tried.variant)}</dd>
          <dt>{say('try.asked')}</dt>
          <dd>{needs(tried.asked)}</dd>
          <dt>{say('try.fetched')}</dt>
          <dd>{needs(tried.fetched)}</dd>
          {tried.values.map(({ id, value }) => (
            <div key={id}>
              <dt>{`${say('try.values')}: ${named(own.values, id)}`}</dt>
              <dd>{shown(value)}</dd>
            </div>
          ))}
          {tried.review.length === 0 ? null : (
            <>
              <dt>{say('try.review')}</dt>
              <dd>{tried.review.map(id => named(own.review, id)).join('; ')}</dd>
            </>
          )}
          {tried.amount === undefined ? null : (
            <>
              <dt>{say('try.amount')}</dt>
              <dd>{shown(tried.amount)}</dd>
            </>
          )}
        </dl>
        {tried.criteria.length === 0 ? null : <h4>{say('try.criteria')}</h4>}
        <ul className="reg-criteria">
          {tried.criteria.map(({ id, met }) => (
            <li key={id}>
              <Tag tone={met ? 'done' : 'no'}>{say(met ? 'try.met' : 'try.unmet')}</Tag> {named(own.criteria, id)}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
