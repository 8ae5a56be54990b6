import { isObject, readAt } from '@tereze/regulation'
import type { Rehearsal } from '@tereze/situations/contract'
import { Callout, formatMoney, Icon, LANGUAGES, type Language } from '@tereze/ui-components'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { type FileDesk, FileDeskProvider, useFileDesk } from '../file/desk.ts'
import { AnyShape } from '../file/fields/any-shape.tsx'
import { ObjectField } from '../file/fields/object-field.tsx'
import { valueText } from '../file/words.ts'
import { shownValue } from '../regulation/shown-value.ts'
import { momentName } from './picture.tsx'
import type { SaySituation } from './say-situation.ts'
import { type Given, givenShape, madePerson, situationFiles, sourcesOf, type TrySituation, ways } from './trial.ts'

/** How long nothing changes before it is tried again. */
const pause = 400

type Told = Awaited<ReturnType<TrySituation>> | null

/** What the draft would do over what is given; what was told before stays until the next answer is there. */
function useTrial(trySituation: TrySituation | undefined, files: ReadonlyMap<string, string>, given: Given): Told {
  const [told, tell] = useState<Told>(null)
  const input = JSON.stringify([situationFiles(files), given])
  useEffect(() => {
    if (trySituation === undefined) return
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const [own, set] = JSON.parse(input) as [ReturnType<typeof situationFiles>, Given]
      const next = await trySituation(own, set, stop.signal)
      if (!stop.signal.aborted) tell(next)
    }, pause)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [trySituation, input])
  return told
}

function Parts({ parts, say }: { parts: Rehearsal['trigger']; say: SaySituation }): ReactNode {
  const { language } = useFileDesk()
  const yesNo = { yes: say('value.yes'), no: say('value.no'), none: say('value.none') }
  return (
    <ul>
      {parts.map(({ text, holds, reads }) => (
        <li key={text}>
          <Icon name={holds ? 'check' : 'cross'} />{' '}
          <span className="hidden-text">{say(holds ? 'holds' : 'holds-not')}</span> <code>{text}</code>
          {reads.map(({ name, value }) => (
            <span key={name} className="reg-hint">
              {' '}
              {`${name} = ${shownValue(value, language, yesNo).slice(0, 120)}`}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** A person's name as it is written in documents. */
function nameText({ family, given, patronymic }: Readonly<Record<string, unknown>>): string {
  return [family, given, patronymic].filter(part => typeof part === 'string').join(' ')
}

/** What the person would see in the portal, in one of the languages. */
function Seen({ told, say }: { told: Rehearsal; say: SaySituation }): ReactNode {
  const { language: own } = useFileDesk()
  const [language, speak] = useState<Language>(own)
  const yesNo = { yes: say('value.yes'), no: say('value.no'), none: say('value.none') }
  return (
    <section className="sit-seen">
      <h3>{say('seen')}</h3>
      <div className="reg-choices">
        {LANGUAGES.map(({ code }) => (
          <label key={code}>
            <input type="radio" name="sit-seen" checked={code === language} onChange={() => speak(code)} />
            {say(`language.${code}`)}
          </label>
        ))}
      </div>
      <ol lang={language}>
        {told.steps.map(({ step, title, text, tag, amount }) => (
          <li key={step}>
            <p>
              <strong>{title[language]}</strong> · {tag[language]}
              {amount === null ? null : ` · ${formatMoney(amount, language)}`}
            </p>
            <p className="reg-hint">{text[language]}</p>
          </li>
        ))}
      </ol>
      {told.offers.length === 0 ? null : (
        <>
          <h4>{say('seen.offers')}</h4>
          <ol lang={language}>
            {told.offers.map(({ service, title, why, amount, term }) => (
              <li key={service}>
                <p>
                  <strong>{title[language]}</strong>
                  {amount === null ? null : ` · ${formatMoney(amount, language)}`} · {term[language]}
                </p>
                <p className="reg-hint">{why[language]}</p>
              </li>
            ))}
          </ol>
        </>
      )}
      {told.known.length === 0 ? null : (
        <>
          <h4>{say('seen.known')}</h4>
          <dl lang={language}>
            {told.known.map(({ label, value, as, source }) => (
              <div key={`${label.en} ${source.en}`}>
                <dt>
                  {label[language]} · {source[language]}
                </dt>
                <dd>{as === 'name' && isObject(value) ? nameText(value) : shownValue(value, language, yesNo)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {told.missing.map(({ source, text }) => (
        <p key={source.en} lang={language}>
          <Icon name="clock" /> {source[language]}: {text[language]}
        </p>
      ))}
    </section>
  )
}

function Outcome({
  told,
  factName,
  say,
}: {
  told: Rehearsal
  factName: (fact: string) => string
  say: SaySituation
}): ReactNode {
  const { language } = useFileDesk()
  return (
    <section>
      <h3>{say('outcome')}</h3>
      <p>
        <strong>{say(told.begins ? 'begins' : 'begins-not')}</strong>
        {told.ends ? ` ${say('ends')}` : ''}
      </p>
      <Parts parts={told.trigger} say={say} />
      {told.begins ? (
        <>
          <p>
            {say('people', {
              people: told.people.map(({ role, person }) => `${role} = ${person}`).join(', ') || say('value.none'),
            })}
          </p>
          {told.moments
            .filter(({ parts }) => parts.length > 0)
            .map(({ moment, reached, parts }) => (
              <div key={moment} className="sit-outcome">
                <h4>
                  {momentName({ id: moment }, say)}: {say(reached ? 'reached' : 'reached-not')}
                </h4>
                <Parts parts={parts} say={say} />
              </div>
            ))}
          {told.services.map(({ service, title, outcome, moment, parts, waits }) => (
            <div key={service} className={`sit-outcome sit-outcome-${outcome}`}>
              <h4>
                {title[language]}: {say(`outcome.${outcome}`)}
              </h4>
              <p className="reg-hint">
                {outcome === 'too-early'
                  ? say('outcome.too-early.why', { moment: momentName({ id: moment }, say) })
                  : outcome === 'waits'
                    ? say('waits', { facts: waits.map(factName).join(', ') })
                    : ''}
              </p>
              <Parts parts={parts} say={say} />
            </div>
          ))}
        </>
      ) : null}
    </section>
  )
}

/** Trying a situation out: somebody who does not exist, an event, and what follows from it. */
export function TryPanel(props: {
  trySituation: TrySituation | undefined
  given: Given
  give: (given: Given) => void
  factName: (fact: string) => string
  say: SaySituation
}): ReactNode {
  const desk = useFileDesk()
  const { given, give, say, factName } = props
  const event = useId()
  const told = useTrial(props.trySituation, desk.files, given)
  const shape = givenShape(desk)
  const events = readAt(desk.value, '/trigger/events')
  const offered = [...new Set([...(Array.isArray(events) ? events.map(String) : []), given.event])]
  const trial: FileDesk = {
    ...desk,
    name: 'trial',
    value: { record: given.record, facts: given.facts },
    shape,
    problems: [],
    around: null,
    named: null,
    readOnly: false,
    edit(change) {
      const next = change({ record: given.record, facts: given.facts })
      if (!isObject(next)) return
      const { record, facts } = next
      give({ ...given, record: isObject(record) ? record : {}, facts: isObject(facts) ? facts : {} })
    },
    word() {},
  }
  const members = shape.kind === 'object' ? shape.members : []
  const record = members.find(({ name }) => name === 'record')?.shape
  const facts = members.find(({ name }) => name === 'facts')?.shape
  const sources = sourcesOf(desk.files).map(({ id }) => String(id))
  if (props.trySituation === undefined) return <p>{say('try.not')}</p>
  return (
    <>
      <p className="reg-hint">{say('about.try')}</p>
      <div className="sit-try">
        <section>
          <h3>{say('given')}</h3>
          <div className="reg-more">
            {ways.map(way => (
              <button key={way} type="button" className="reg-add" onClick={() => give(madePerson(desk, way))}>
                {say(`given.${way}`)}
              </button>
            ))}
          </div>
          <div className="reg-field">
            <label htmlFor={event}>{say('given.event')}</label>
            <select
              id={event}
              className="input"
              value={given.event}
              onChange={change => give({ ...given, event: change.currentTarget.value })}
            >
              {offered.map(one => (
                <option key={one} value={one}>
                  {valueText(desk.say, 'events', one)}
                </option>
              ))}
            </select>
          </div>
          <FileDeskProvider value={trial}>
            <details open>
              <summary>{say('given.record')}</summary>
              {record?.kind === 'object' ? (
                <ObjectField pointer="/record" name="record" shape={record} value={given.record} />
              ) : (
                <AnyShape
                  pointer="/record"
                  owner="trial"
                  member="record"
                  label={say('given.record')}
                  shape={{ kind: 'any' }}
                  value={given.record}
                />
              )}
            </details>
            <details>
              <summary>{say('given.facts')}</summary>
              <fieldset className="reg-field">
                <legend>{say('given.silent')}</legend>
                <div className="reg-choices">
                  {sources.map(id => (
                    <label key={id}>
                      <input
                        type="checkbox"
                        checked={given.silent.includes(id)}
                        onChange={() =>
                          give({
                            ...given,
                            silent: given.silent.includes(id)
                              ? given.silent.filter(one => one !== id)
                              : [...given.silent, id],
                          })
                        }
                      />
                      {factName(id)}
                    </label>
                  ))}
                </div>
              </fieldset>
              {facts?.kind === 'object' ? (
                <ObjectField pointer="/facts" name="facts" shape={facts} value={given.facts} />
              ) : null}
            </details>
          </FileDeskProvider>
        </section>
        <div aria-live="polite">
          {told === null ? (
            <p>{say('try.waiting')}</p>
          ) : 'refused' in told ? (
            <Callout tone="no" title={told.refused}>
              <p>{told.wayOut}</p>
            </Callout>
          ) : (
            <>
              <Outcome told={told} factName={factName} say={say} />
              {told.begins ? <Seen told={told} say={say} /> : null}
            </>
          )}
        </div>
      </div>
    </>
  )
}
