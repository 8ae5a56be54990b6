import type { OutputOf } from '@tereze/operation'
import { getOwnSituation } from '@tereze/situations/contract'
import { Back, ButtonLink, Callout, Journey, JourneyStep, Money, Offer, Offers, Pane } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { KnownFacts } from '../known-facts.tsx'
import { page } from '../page.ts'
import type { TextKey } from '../texts.ts'
import { stepTone } from '../tones.ts'
import type { Ui } from '../ui.ts'

type Situation = OutputOf<typeof getOwnSituation>
type Step = Situation['steps'][number]

const done: Partial<Record<string, TextKey>> = {
  confirmed: 'situation.confirmed',
  answered: 'situation.answered',
  declined: 'confirm.declined',
}

function view({ card, steps, offers, declined = [], known, missing, silence }: Situation, ui: Ui): ReactNode {
  const takeAddress = ({ service }: Step) =>
    declined.some(offer => offer.service === service)
      ? `${addresses.confirm(card.situation)}?take=${encodeURIComponent(service ?? '')}`
      : null
  const said = done[ui.query.get('done') ?? '']
  return (
    <>
      <Back href={addresses.home}>{ui.t('back.home')}</Back>
      <h1>{ui.say(card.title)}</h1>
      {said ? (
        <Callout tone="done" title={ui.t(said)} live />
      ) : (
        <p className="lead">{card.state === 'closed' ? ui.t('situation.closed') : ui.say(card.next)}</p>
      )}
      {silence === undefined ? null : (
        <Callout tone="you" title={ui.t('situation.silent')}>
          <p>
            <b>{ui.say(silence.source)}</b>, {ui.dayOf(silence.since)}. {ui.say(silence.text)}
          </p>
        </Callout>
      )}
      {offers.length > 0 ? (
        <div className="above">
          <Offers>
            <Offer
              tone="you"
              heading="h2"
              tag={ui.t('tag.your-turn')}
              title={ui.t('situation.offers', { count: offers.length })}
              action={<ButtonLink href={addresses.confirm(card.situation)}>{ui.t('situation.confirm')}</ButtonLink>}
            >
              <p>{ui.t('situation.offers.text')}</p>
            </Offer>
          </Offers>
        </div>
      ) : null}
      <div className="two">
        <section>
          <h2>{ui.t('situation.way')}</h2>
          <Journey>
            {steps.map((step, index) => drawStep(step, index + 1, offers.length > 0, takeAddress(step), ui))}
          </Journey>
        </section>
        <WhatWeKnow known={known} missing={missing ?? []} ui={ui} />
      </div>
    </>
  )
}

function drawStep(step: Step, number: number, hasOffers: boolean, take: string | null, ui: Ui): ReactNode {
  const { case: own } = step
  const toDo = step.state === 'your-turn' && own !== null && own.task !== null
  return (
    <JourneyStep
      key={step.step}
      number={number}
      tone={stepTone(step.state)}
      title={
        <>
          {ui.say(step.title)}
          {step.amount === null ? null : (
            <>
              {' '}
              <Money value={step.amount} language={ui.language} />
              {step.per === undefined ? null : ` ${ui.say(step.per)}`}
            </>
          )}
        </>
      }
      tag={ui.say(step.tag)}
      action={
        toDo ? (
          <ButtonLink
            kind={hasOffers ? 'quiet' : 'primary'}
            href={addresses.task(own.organisation, own.case, own.task ?? '')}
          >
            {ui.t('situation.answer')}
          </ButtonLink>
        ) : undefined
      }
      links={
        take !== null ? (
          <a href={take}>{ui.t('situation.take')}</a>
        ) : own === null ? undefined : (
          <a href={addresses.case(own.organisation, own.case)}>{ui.t('situation.case')}</a>
        )
      }
    >
      <p>{ui.say(step.text)}</p>
    </JourneyStep>
  )
}

function WhatWeKnow({
  known,
  missing,
  ui,
}: {
  known: Situation['known']
  missing: NonNullable<Situation['missing']>
  ui: Ui
}): ReactNode {
  return (
    <aside className="side">
      <Pane side>
        <h2>{ui.t('situation.known')}</h2>
        <KnownFacts ui={ui} facts={known.map((fact, index) => ({ ...fact, key: `${fact.label.en} ${index}` }))} />
        {missing.length === 0 ? null : (
          <>
            <h3>{ui.t('situation.missing')}</h3>
            <ul className="plain-list">
              {missing.map(({ source, text }) => (
                <li key={source.en}>
                  <b>{ui.say(source)}</b>. {ui.say(text)}
                </li>
              ))}
            </ul>
          </>
        )}
        <div className="side-links">
          <a href={addresses.me}>{ui.t('situation.wrong')}</a>
          <a href={addresses.looks}>{ui.t('situation.looked')}</a>
        </div>
      </Pane>
    </aside>
  )
}

/** A life situation as a journey, with what we know and from where. */
export const situation = page<Situation>({
  path: '/situations/:situation',
  signIn: true,
  title: ({ card }, ui) => ui.say(card.title),
  load: ({ client, params }) => client.call(getOwnSituation, { situation: params.situation ?? '' }),
  view,
})
