import { listOwnPowers } from '@tereze/access/contract'
import { actFor } from '@tereze/identity/contract'
import type { OutputOf } from '@tereze/operation'
import { isProblem, type Problem } from '@tereze/ui-client'
import { LinkRow, Links, PageState, Pane, Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { ActFor } from '../act-for.tsx'
import { addresses, insideAddress } from '../addresses.ts'
import { type Acted, page } from '../page.ts'
import { PowerRow } from '../power-row.tsx'
import { ProblemCallout } from '../problem-callout.tsx'
import type { Ui } from '../ui.ts'

type Own = OutputOf<typeof listOwnPowers>
type Principal = Own['principals'][number]

/** One of those for whom one may act, oneself first: chosen by a button, or chosen now. */
function Choice(props: { principal: string; name: string; why: readonly string[]; now: boolean; ui: Ui }): ReactNode {
  const { principal, name, why, now, ui } = props
  return (
    <Pane>
      <h3>
        {name} {now ? <Tag tone="done">{ui.t('acting.now')}</Tag> : null}
      </h3>
      {why.map(line => (
        <p key={line}>{line}</p>
      ))}
      {now ? null : (
        <ActFor principal={principal} ui={ui}>
          {ui.t('acting.choose', { name })}
        </ActFor>
      )}
    </Pane>
  )
}

/** Why one may act for somebody; and what one may do, where it is not everything or one does so now. */
function whyOf({ ties, powers, titles }: Principal, now: boolean, ui: Ui): string[] {
  const byTies = ties.map(({ kind, since }) =>
    ui.t('acting.since', { what: ui.t(`acting.tie.${kind}`), date: ui.date(since) }),
  )
  const byPower = powers.length === 0 ? [] : [ui.t('acting.by-power')]
  return [...byTies, ...byPower, ...(ties.length > 0 && !now ? [] : [titles.map(title => ui.say(title)).join(' · ')])]
}

/** For whom one acts: chosen here, and what powers one was given. */
export const acting = page<Own, { readonly problem: Problem }>({
  path: '/me/acting',
  signIn: true,
  forOrganisations: true,
  title: (_, ui) => ui.t('acting.title'),
  load: ({ client }) => client.call(listOwnPowers, {}),
  async act({ client }, form): Promise<Acted<{ readonly problem: Problem }>> {
    const wanted = form.get('principal') ?? ''
    const reply = await client.call(actFor, { principal: wanted === '' ? null : wanted })
    if (!isProblem(reply)) {
      const to = form.get('to')
      if (to !== null) return { redirect: insideAddress(to) }
      return { redirect: wanted.startsWith('organisation_') ? addresses.firm(wanted) : addresses.acting }
    }
    const problem: Problem = reply
    return problem.kind === 'refused' && problem.status < 500 ? { again: { problem } } : { problem }
  },
  view: ({ principals, received }, ui, again) => {
    const { acting: now, name } = ui.visitor
    const offers = received.filter(({ may }) => may.includes('answer'))
    const others = received.filter(power => !offers.includes(power))
    return (
      <>
        <h1>{ui.t('acting.title')}</h1>
        <p className="lead">{ui.t('acting.lead')}</p>
        {again?.problem ? <ProblemCallout problem={again.problem} ui={ui} /> : null}
        {offers.length === 0 ? null : (
          <section>
            <h2>{ui.t('acting.offers')}</h2>
            <Links>
              {offers.map(power => (
                <PowerRow key={power.power} power={power} name={power.principal.name} ui={ui} />
              ))}
            </Links>
          </section>
        )}
        <div className="stack">
          <Choice principal="" name={name} why={[ui.t('acting.yourself')]} now={now === undefined} ui={ui} />
          {principals.map(one => (
            <Choice
              key={one.principal}
              principal={one.principal}
              name={ui.say(one.name)}
              why={whyOf(one, now?.id === one.principal, ui)}
              now={now?.id === one.principal}
              ui={ui}
            />
          ))}
        </div>
        <section>
          <h2>{ui.t('acting.received')}</h2>
          {others.length === 0 ? (
            <PageState drawing="empty" small title={ui.t('acting.received.none')} />
          ) : (
            <Links>
              {others.map(power => (
                <PowerRow key={power.power} power={power} name={power.principal.name} ui={ui} />
              ))}
            </Links>
          )}
        </section>
        <Links>
          <LinkRow href={addresses.powerFile} title={ui.t('power-file.title')} />
          {now === undefined ? <LinkRow href={addresses.powers} title={ui.t('acting.own-powers')} /> : null}
        </Links>
      </>
    )
  },
})
