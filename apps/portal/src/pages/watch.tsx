import { endWatch, listWatches, type Watch, watchRecords } from '@tereze/registers/contract'
import { isProblem, type Problem } from '@tereze/ui-client'
import { Actions, Back, Button, ButtonLink, Callout, PageState } from '@tereze/ui-components'
import { addresses } from '../addresses.ts'
import { HiddenFields } from '../hidden-fields.tsx'
import { type Acted, page } from '../page.ts'
import { ProblemCallout } from '../problem-callout.tsx'

interface Asked {
  /** Whether the address names a record. */
  readonly named: boolean
  /** The open watch of it; null: the person is not told. */
  readonly watch: Watch | null
}

/** The record that an address names; null when it names none. */
function placeIn(query: URLSearchParams) {
  const [organisation, register, record] = ['organisation', 'register', 'record'].map(name => query.get(name))
  return organisation && register && record ? { organisation, register, record } : null
}

/** To be told when a record about oneself changes, and not any more. */
export const watch = page<Asked, { readonly problem: Problem }>({
  path: '/me/watch',
  signIn: true,
  title: (_, ui) => ui.t('watch.title'),
  async load({ client, query }) {
    const place = placeIn(query)
    if (place === null) return { named: false, watch: null }
    const { organisation, register, record } = place
    const listed = await client.call(listWatches, { organisation, register })
    if (isProblem(listed)) return listed
    const open = listed.items.find(one => one.state === 'open' && one.record === record)
    return { named: true, watch: open ?? null }
  },
  async act({ client, query }, form): Promise<Acted<{ readonly problem: Problem }>> {
    const place = placeIn(query)
    if (place === null) return { redirect: addresses.me }
    const { organisation, register, record } = place
    const open = form.get('watch')
    const reply =
      open === null
        ? await client.call(watchRecords, place)
        : await client.call(endWatch, { organisation, watch: open })
    if (!isProblem(reply)) return { redirect: addresses.watch(organisation, register, record) }
    const problem: Problem = reply
    return problem.kind === 'refused' && problem.status < 500 ? { again: { problem } } : { problem }
  },
  view: ({ named, watch: open }, ui, again) => (
    <>
      <Back href={addresses.me}>{ui.t('nav.me')}</Back>
      <h1>{ui.t('watch.title')}</h1>
      {again?.problem ? <ProblemCallout problem={again.problem} ui={ui} /> : null}
      {named ? (
        <>
          {open === null ? (
            <p className="lead">{ui.t('watch.lead')}</p>
          ) : (
            <Callout tone="done" title={ui.t('watch.on')}>
              <p>{ui.t('watch.until', { until: ui.dayOf(open.until) })}</p>
              {open.last === null ? null : <p>{ui.t('watch.last', { at: ui.instant(open.last.at) })}</p>}
            </Callout>
          )}
          <form method="post" className="form above">
            <HiddenFields ui={ui} />
            {open === null ? null : <input type="hidden" name="watch" value={open.watch} />}
            <Actions>
              <Button>{ui.t(open === null ? 'watch.begin' : 'watch.end')}</Button>
              <a href={addresses.me}>{ui.t('nav.me')}</a>
            </Actions>
          </form>
        </>
      ) : (
        <PageState
          drawing="empty"
          small
          title={ui.t('watch.choose')}
          action={<ButtonLink href={addresses.me}>{ui.t('nav.me')}</ButtonLink>}
        />
      )}
    </>
  ),
})
