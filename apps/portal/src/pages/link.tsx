import { listOrganisations } from '@tereze/catalogue/contract'
import type { OutputOf } from '@tereze/operation'
import { openLink } from '@tereze/registers/contract'
import { isProblem } from '@tereze/ui-client'
import { Actions, Button, Callout, Facts, Pane } from '@tereze/ui-components'
import { factValue, isReadable } from '../fact-value.ts'
import { page } from '../page.ts'
import type { Ui } from '../ui.ts'

type Opened = OutputOf<typeof openLink>

/**
 * One record that somebody was given a link to. It is opened by a button and not by the address: what looks at addresses
 * by itself (mail filters, previews) opens nothing, and every opening is written down.
 */
export const link = page<{ keeper: string }, Opened>({
  path: '/links/:organisation/:link/:secret',
  signIn: false,
  title: (_, ui) => ui.t('link.title'),
  async load({ client, params, language }) {
    const reply = await client.call(listOrganisations, {})
    if (isProblem(reply)) return reply
    const keeper = reply.items.find(item => item.id === params.organisation)
    return { keeper: keeper?.name[language] ?? params.organisation ?? '' }
  },
  async act({ client, params }) {
    const { organisation = '', link = '', secret = '' } = params
    const reply = await client.call(openLink, { organisation, link, secret })
    return isProblem(reply) ? { problem: reply } : { again: reply, refused: false }
  },
  view: ({ keeper }, ui, opened) =>
    opened === null ? <Closed keeper={keeper} ui={ui} /> : <Open {...{ keeper, opened, ui }} />,
})

function Closed({ keeper, ui }: { keeper: string; ui: Ui }) {
  return (
    <>
      <h1>{ui.t('link.title')}</h1>
      <p className="lead">{ui.t('link.lead', { keeper })}</p>
      <form method="post" className="form above">
        <input type="hidden" name="_form" value={ui.visitor.formToken} />
        <Actions>
          <Button>{ui.t('link.button')}</Button>
        </Actions>
      </form>
    </>
  )
}

function Open({ keeper, opened, ui }: { keeper: string; opened: Opened; ui: Ui }) {
  const shown = opened.lines.filter(({ value }) => isReadable(value))
  return (
    <>
      <h1>{ui.say(opened.title)}</h1>
      <p className="lead">{ui.t('link.purpose', { purpose: opened.purpose })}</p>
      <Pane>
        <Facts
          wide
          lines={shown.map(({ pointer, label, value }) => ({
            key: pointer,
            label: ui.say(label),
            value: factValue(value, 'text', ui),
          }))}
        />
        <p className="source">
          {ui.t('link.source', { keeper, date: ui.date(opened.record.validFrom), until: ui.instant(opened.until) })}
        </p>
      </Pane>
      {opened.record.withheld.length === 0 ? null : (
        <div className="above">
          <Callout tone="moving" title={ui.t('link.withheld')}>
            <p>{ui.t('link.withheld.text')}</p>
          </Callout>
        </div>
      )}
    </>
  )
}
