import { getPreferences, keepPreferences, type Preference } from '@tereze/notifications/contract'
import type { OutputOf } from '@tereze/operation'
import { isProblem, type Problem } from '@tereze/ui-client'
import {
  Actions,
  Back,
  Button,
  Callout,
  ChoiceField,
  ChoicesField,
  PageState,
  SelectField,
} from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { HiddenFields } from '../hidden-fields.tsx'
import { type Acted, page } from '../page.ts'
import { ProblemCallout } from '../problem-callout.tsx'
import type { Ui } from '../ui.ts'
import { readWriting, type WrittenPreference } from '../writing-form.ts'

type Choice = OutputOf<typeof getPreferences>
type Topic = Choice['topics'][number]

interface Again {
  readonly written: WrittenPreference
  readonly problem: Problem | null
}

const channelWord = (channel: Choice['channels'][number], ui: Ui) => ui.t(`messages.channel.${channel}`)

const listed = (items: readonly string[], { language }: Ui) =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(items)

/** A topic: which of its channels are wanted; those that the law keeps are said, not asked. */
function TopicWays({ topic, choice, wanted, ui }: { topic: Topic; choice: Choice; wanted: Preference; ui: Ui }) {
  const kept = choice.channels.filter(channel => topic.mandatory.includes(channel))
  const free = choice.channels.filter(channel => !topic.mandatory.includes(channel))
  const always =
    kept.length === 0
      ? null
      : ui.t('writing.always', {
          channels: listed(
            kept.map(channel => channelWord(channel, ui)),
            ui,
          ),
        })
  const hint = (
    <>
      {ui.say(topic.about)}. {always}
    </>
  )
  if (free.length === 0)
    return (
      <div className="field">
        <p>
          <strong>{ui.say(topic.title)}</strong>
        </p>
        <p className="hint">{hint}</p>
      </div>
    )
  const refused = (channel: string) => wanted.refused.some(one => one.topic === topic.topic && one.channel === channel)
  return (
    <ChoicesField
      name={`ways-${topic.topic}`}
      label={ui.say(topic.title)}
      hint={hint}
      options={free.map(channel => ({ value: channel, text: channelWord(channel, ui) }))}
      values={free.filter(channel => !refused(channel))}
    />
  )
}

/** Addresses that let nothing through, and channels for which there is none. */
function Addresses({ addresses: known, ui }: { addresses: Choice['addresses']; ui: Ui }): ReactNode {
  const none = known.filter(({ state }) => state === 'none')
  return (
    <>
      {known.map(({ channel, state, since }) =>
        state === 'bounced' && since !== null ? (
          <Callout key={channel} tone="no" title={ui.t('writing.bounced', { channel: channelWord(channel, ui) })}>
            <p>{ui.t('writing.bounced.way', { date: ui.dayOf(since) })}</p>
            <p>
              <a href={addresses.me}>{ui.t('nav.me')}</a>
            </p>
          </Callout>
        ) : null,
      )}
      {none.length === 0 ? null : (
        <p>
          {ui.t('writing.none', {
            channels: listed(
              none.map(({ channel }) => channelWord(channel, ui)),
              ui,
            ),
          })}{' '}
          <a href={addresses.me}>{ui.t('nav.me')}</a>
        </p>
      )}
    </>
  )
}

const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)

function HourField({ name, label, value, ui }: { name: string; label: string; value: string; ui: Ui }): ReactNode {
  const all = value === '' || hours.includes(value) ? hours : [...hours, value].sort()
  return (
    <SelectField
      name={name}
      label={label}
      value={value}
      none={ui.t('writing.quiet.choose')}
      options={all.map(hour => ({ value: hour, text: hour }))}
    />
  )
}

/** Clocks by their distance from UTC: names of towns would stand there in one language only. A zone kept before stays among them. */
function zonesFor(kept: string | null): { value: string; text: string }[] {
  const hours = Array.from({ length: 27 }, (_, at) => at - 12)
  // Named for the way from the clock to UTC, so the signs are turned.
  const zones = hours.map(ahead => ({
    value: ahead === 0 ? 'Etc/UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`,
    text: ahead === 0 ? 'UTC' : `UTC${ahead > 0 ? '+' : '−'}${Math.abs(ahead)}`,
  }))
  const isThere = kept === null || zones.some(({ value }) => value === kept)
  return isThere ? zones : [{ value: kept, text: kept }, ...zones]
}

function QuietHours({ choice: { quiet: law }, written, ui }: { choice: Choice; written: WrittenPreference; ui: Ui }) {
  const { from, to } = written
  return (
    <section>
      <h2>{ui.t('writing.quiet')}</h2>
      <ChoiceField
        name="quiet"
        label={ui.t('writing.quiet.label')}
        hint={ui.t('writing.quiet.hint')}
        value={written.wanted.quiet.kind}
        options={[
          {
            value: 'law',
            text:
              law === null ? ui.t('writing.quiet.law.none') : ui.t('writing.quiet.law', { from: law.from, to: law.to }),
          },
          { value: 'none', text: ui.t('writing.quiet.none') },
          { value: 'own', text: ui.t('writing.quiet.own') },
        ]}
      />
      <HourField name="from" label={ui.t('writing.quiet.from')} value={from} ui={ui} />
      <HourField name="to" label={ui.t('writing.quiet.to')} value={to} ui={ui} />
      <SelectField
        name="zone"
        label={ui.t('writing.zone')}
        hint={ui.t('writing.zone.hint')}
        value={written.wanted.zone ?? ''}
        none={ui.t('writing.zone.none')}
        options={zonesFor(written.wanted.zone)}
      />
    </section>
  )
}

/** How a person wants to be written to: channels topic by topic, quiet hours, one letter a day, language. */
export const writing = page<Choice, Again>({
  path: '/me/writing',
  signIn: true,
  title: (_, ui) => ui.t('writing.title'),
  load: ({ client, visitor }) => client.call(getPreferences, { person: visitor.person ?? '' }),
  async act({ client, visitor }, form): Promise<Acted<Again>> {
    const person = visitor.person ?? ''
    const choice = await client.call(getPreferences, { person })
    if (isProblem(choice)) return { problem: choice as Problem }
    const written = readWriting(form, choice)
    const reply = await client.call(keepPreferences, { person, preference: written.wanted })
    if (!isProblem(reply)) return { redirect: `${addresses.writing}?kept=1` }
    const problem: Problem = reply
    return problem.kind === 'refused' && problem.status < 500 ? { again: { written, problem } } : { problem }
  },
  keep: (choice, form) => ({ written: readWriting(form, choice), problem: null }),
  view: (choice, ui, again) => {
    const { quiet } = choice.preference
    const own = quiet.kind === 'own' ? quiet : { from: '', to: '' }
    const written = again?.written ?? { wanted: choice.preference, from: own.from, to: own.to }
    const { wanted } = written
    return (
      <>
        <Back href={addresses.messages}>{ui.t('back.messages')}</Back>
        <h1>{ui.t('writing.title')}</h1>
        {again?.problem ? <ProblemCallout problem={again.problem} ui={ui} /> : null}
        {again === null && ui.query.has('kept') ? (
          <div role="status">
            <Callout tone="done" title={ui.t('writing.kept')} />
          </div>
        ) : null}
        <p className="lead above">{ui.t('writing.lead')}</p>
        <Addresses addresses={choice.addresses} ui={ui} />
        {choice.topics.length === 0 ? (
          <PageState drawing="closed" small title={ui.t('writing.nothing')} />
        ) : (
          <form method="post" className="form">
            <HiddenFields ui={ui} />
            <section>
              <h2>{ui.t('writing.topics')}</h2>
              {choice.topics.map(topic => (
                <TopicWays key={topic.topic} topic={topic} choice={choice} wanted={wanted} ui={ui} />
              ))}
            </section>
            {choice.daily === null ? null : (
              <section>
                <h2>{ui.t('writing.daily')}</h2>
                <ChoicesField
                  name="daily"
                  label={ui.t('writing.daily.label', { at: choice.daily })}
                  values={wanted.daily}
                  options={choice.topics
                    .filter(({ urgent }) => !urgent)
                    .map(({ topic, title }) => ({ value: topic, text: ui.say(title) }))}
                />
              </section>
            )}
            <QuietHours choice={choice} written={written} ui={ui} />
            <section>
              <h2>{ui.t('writing.language')}</h2>
              <ChoiceField
                name="language"
                label={ui.t('writing.language.label')}
                value={wanted.language ?? ''}
                options={[
                  { value: '', text: ui.t('writing.language.register') },
                  ...(['kk', 'ru', 'en'] as const).map(language => ({
                    value: language,
                    text: ui.t(`writing.language.${language}`),
                  })),
                ]}
              />
            </section>
            <Actions>
              <Button>{ui.t('writing.keep')}</Button>
            </Actions>
          </form>
        )}
      </>
    )
  },
})
