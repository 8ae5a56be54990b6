import { getOwnAnnex } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import { isProblem, type Problem } from '@tereze/ui-client'
import { Annex, Back, PageState, Pane } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { type PageContext, page } from '../page.ts'
import { clauseNumber } from '../reasons.ts'
import type { Ui } from '../ui.ts'

interface AnnexPage {
  readonly organisation: string
  readonly case: string
  readonly annex: OutputOf<typeof getOwnAnnex>
}

async function load({ client, params }: PageContext): Promise<AnnexPage | Problem> {
  const place = { organisation: params.organisation ?? '', case: params.case ?? '' }
  const annex = await client.call(getOwnAnnex, place)
  return isProblem(annex) ? annex : { ...place, annex }
}

function view(data: AnnexPage, ui: Ui): ReactNode {
  const { annex } = data
  return (
    <>
      <Back href={addresses.case(data.organisation, data.case)}>{ui.t('annex.back')}</Back>
      <h1>{ui.t('annex.title')}</h1>
      <p className="lead">{ui.t('annex.lead', { service: ui.say(annex.service), number: annex.number })}</p>
      {annex.decisions.length === 0 ? <PageState drawing="empty" title={ui.t('annex.none')} /> : null}
      {annex.decisions.map(({ at, decision, grounds, lines, title, modelHash }) => (
        <section key={`${decision}${at}`} className="above">
          <h2>{ui.say(title)}</h2>
          <p className="soft">{ui.instant(at)}</p>
          <Pane>
            <ul className="annex-grounds">
              {grounds.map(({ text, clause }) => (
                <li key={`${clause}${text.en}`}>
                  {ui.say(text)}
                  {clause === null ? null : (
                    <span className="source"> {ui.t('case.clause', { clause: clauseNumber(clause) })}</span>
                  )}
                </li>
              ))}
            </ul>
            <Annex lines={lines.map(({ level, text }) => ({ level, text: ui.say(text) }))} />
            <p className="soft above">{ui.t('annex.hash', { hash: modelHash.slice(0, 16) })}</p>
          </Pane>
        </section>
      ))}
    </>
  )
}

/** How the decisions of an own case came about, in full, for reading and for print. */
export const annex = page<AnnexPage>({
  path: '/cases/:organisation/:case/annex',
  signIn: true,
  forOrganisations: true,
  title: ({ annex: { number } }, ui) => `${ui.t('annex.title')}, ${number}`,
  load,
  view,
})
