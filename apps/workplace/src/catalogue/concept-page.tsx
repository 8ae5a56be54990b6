import { useQuery } from '@tanstack/react-query'
import { type ConceptCard, type ConceptName, getConcept } from '@tereze/catalogue/contract'
import { ask, Failure, Page, Waiting } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { isMessageId } from '../words/messages.ts'
import { useWords } from '../words/words.ts'
import { catalogueKey } from './catalogue-page.tsx'
import { LineagePart } from './lineage-part.tsx'

/** A concept at `/catalogue/:concept`: what it means, whose it is, where its values are, who gets them, and their way. */
export function ConceptPage(): ReactNode {
  const { say, pick } = useWords()
  const { concept = '' } = useParams()
  const query = useQuery({
    queryKey: [catalogueKey, 'concept', concept],
    queryFn: ({ signal }) => ask(getConcept, { concept }, { signal }),
  })
  const title = query.data === undefined ? say('catalogue.title') : pick(query.data.name)
  return (
    <Page title={title} wide>
      <p className="back-line">
        <Link to="/catalogue">{say('catalogue.back')}</Link>
      </p>
      <h1>{title}</h1>
      {query.isPending ? <Waiting lines={8} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.data === undefined ? null : <Card card={query.data} />}
    </Page>
  )
}

function Card({ card }: { card: ConceptCard }): ReactNode {
  return (
    <>
      <Meaning card={card} />
      <Sources card={card} />
      <Consumers card={card} />
      <LineagePart lineage={card.lineage} />
      <Operations card={card} />
    </>
  )
}

function Names({ of }: { of: readonly ConceptName[] }): ReactNode {
  const { pick } = useWords()
  return of.map(({ id, name }, index) => (
    <span key={id}>
      {index === 0 ? '' : ', '}
      <Link to={`/catalogue/${id}`}>{pick(name)}</Link>
    </span>
  ))
}

function Meaning({ card }: { card: ConceptCard }): ReactNode {
  const { say, pick } = useWords()
  const type = `catalogue.type.${card.type}`
  return (
    <>
      <p className="lead">{pick(card.definition)}</p>
      <dl className="concept-facts">
        <dt>{say('catalogue.owner')}</dt>
        <dd>{pick(card.owner)}</dd>
        <dt>{say('catalogue.type')}</dt>
        <dd>{isMessageId(type) ? say(type) : card.type}</dd>
        {card.codes.length === 0 ? null : (
          <>
            <dt>{say('catalogue.codes')}</dt>
            <dd>
              <code>{card.codes.join(', ')}</code>
            </dd>
          </>
        )}
        {card.broader === null ? null : (
          <>
            <dt>{say('catalogue.broader')}</dt>
            <dd>
              <Names of={[card.broader]} />
            </dd>
          </>
        )}
        {card.narrower.length === 0 ? null : (
          <>
            <dt>{say('catalogue.narrower')}</dt>
            <dd>
              <Names of={card.narrower} />
            </dd>
          </>
        )}
        {card.parts.length === 0 ? null : (
          <>
            <dt>{say('catalogue.parts')}</dt>
            <dd>
              <Names of={card.parts} />
            </dd>
          </>
        )}
      </dl>
    </>
  )
}

function Sources({ card: { sources } }: { card: ConceptCard }): ReactNode {
  const { say, pick } = useWords()
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{say('catalogue.sources')}</h2>
      {sources.length === 0 ? <p>{say('catalogue.no-sources')}</p> : null}
      <ul className="concept-list">
        {sources.map(({ register, title, owner, fields }) => (
          <li key={register}>
            <strong>{pick(title)}</strong>
            {` · ${pick(owner)} · `}
            <code>{fields.join(', ')}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Consumers({ card: { consumers } }: { card: ConceptCard }): ReactNode {
  const { say, pick, date } = useWords()
  return (
    <section aria-labelledby="consumers">
      <h2 id="consumers">{say('catalogue.consumers')}</h2>
      {consumers.length === 0 ? <p>{say('catalogue.no-consumers')}</p> : null}
      <ul className="concept-list">
        {consumers.map(({ consumer, contract, title, purpose, ground, until }) => (
          <li key={`${contract} ${consumer.en} ${purpose}`}>
            <strong>{pick(consumer)}</strong>
            {` · ${pick(title)} · `}
            <code>{purpose}</code>
            {' · '}
            <code>{ground}</code>
            {` · ${say('catalogue.until', { date: date(until) })}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Operations({ card: { operations } }: { card: ConceptCard }): ReactNode {
  const { say } = useWords()
  if (operations.length === 0) return null
  return (
    <section aria-labelledby="operations">
      <h2 id="operations">{say('catalogue.operations')}</h2>
      <ul className="concept-list">
        {operations.map(name => (
          <li key={name}>
            <code>{name}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
