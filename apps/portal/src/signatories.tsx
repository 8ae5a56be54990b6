import { askSignatories, type getOwnCase, type WantedSignatory, withdrawSignatory } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import { isProblem, type Problem } from '@tereze/ui-client'
import { Actions, Button, ChoicesField, Pane, Tag, TextField } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from './addresses.ts'
import { HiddenFields } from './hidden-fields.tsx'
import type { PageContext } from './page.ts'
import { ProblemCallout } from './problem-callout.tsx'
import type { Ui } from './ui.ts'

type Own = OutputOf<typeof getOwnCase>
type Signing = NonNullable<Own['signing']>

/** Persons who were not asked: what was written, and why not. */
export interface NotAsked {
  readonly chosen: readonly string[]
  readonly identifier: string
  readonly family: string
  /** Null where nobody was named. */
  readonly problem: Problem | null
}

const tones = { asked: 'moving', signed: 'done', declined: 'no', lapsed: 'no', withdrawn: 'later' } as const

/** What was written in the form. */
function written(form: URLSearchParams, problem: Problem | null): NotAsked {
  const text = (name: string) => (form.get(name) ?? '').trim()
  return {
    chosen: form.getAll('persons/-').filter(person => person !== ''),
    identifier: text('identifier'),
    family: text('family'),
    problem,
  }
}

/** Asks the persons whom a form names, or takes a request back. */
export async function actOnSignatories(
  { client, params }: PageContext,
  form: URLSearchParams,
): Promise<{ redirect: string } | { asked: NotAsked } | { problem: Problem }> {
  const place = { organisation: params.organisation ?? '', case: params.case ?? '' }
  const back = addresses.case(place.organisation, place.case)
  if (form.get('do') === 'take-back') {
    const reply = await client.call(withdrawSignatory, { ...place, signatory: form.get('signatory') ?? '' })
    return isProblem(reply) ? { problem: reply } : { redirect: `${back}?done=request-taken-back` }
  }
  const { chosen, identifier, family } = written(form, null)
  const byNumber = identifier === '' && family === '' ? [] : [{ identifier, family }]
  const persons: WantedSignatory[] = [...chosen.map(person => ({ person })), ...byNumber]
  if (persons.length === 0) return { asked: written(form, null) }
  const once = form.get('_once')
  const reply = await client.call(askSignatories, { ...place, persons }, once === null ? {} : { idempotencyKey: once })
  if (!isProblem(reply)) return { redirect: `${back}?done=signatories-asked` }
  return reply.kind === 'refused' && reply.status === 422 ? { asked: written(form, reply) } : { problem: reply }
}

function Chosen({ one, open, ui }: { one: Signing['chosen'][number]; open: boolean; ui: Ui }): ReactNode {
  const { signatory, name, state, until, reason } = one
  return (
    <Pane>
      <h3>
        {ui.say(name)} <Tag tone={tones[state]}>{ui.t(`signatories.state.${state}`)}</Tag>
      </h3>
      {state === 'asked' ? <p>{ui.t('signatories.until', { date: ui.date(until) })}</p> : null}
      {reason === null ? null : <blockquote className="quoted">{reason}</blockquote>}
      {open && (state === 'asked' || state === 'declined' || state === 'lapsed') ? (
        <form method="post">
          <HiddenFields ui={ui} />
          <input type="hidden" name="do" value="take-back" />
          <input type="hidden" name="signatory" value={signatory} />
          <Button kind="plain">
            {ui.t('signatories.take-back')}
            <span className="hidden-text">: {ui.say(name)}</span>
          </Button>
        </form>
      ) : null}
    </Pane>
  )
}

/** Who signs the application beside the applicant: who was asked and what came of it, and whom one may ask. */
export function Signatories({ own, again, ui }: { own: Own; again: NotAsked | null; ui: Ui }): ReactNode {
  const { signing, card } = own
  if (signing === undefined) return null
  const open = card.status === 'draft'
  const { chosen, candidates, room, least } = signing
  return (
    <section id="signatories">
      <h2>{ui.t('signatories.title')}</h2>
      {open ? <p>{ui.t('signatories.lead', { least })}</p> : null}
      <div className="stack">
        {chosen.map(one => (
          <Chosen key={one.signatory} one={one} open={open} ui={ui} />
        ))}
      </div>
      {room <= 0 ? null : (
        <form method="post" className="form above">
          <HiddenFields ui={ui} />
          <input type="hidden" name="do" value="ask" />
          {again?.problem ? <ProblemCallout problem={again.problem} ui={ui} /> : null}
          {candidates.length === 0 ? null : (
            <ChoicesField
              name="persons"
              label={ui.t('signatories.choose')}
              values={again?.chosen ?? []}
              options={candidates.map(({ person, name }) => ({ value: person, text: ui.say(name) }))}
            />
          )}
          <TextField
            name="identifier"
            label={ui.t('signatories.identifier')}
            hint={ui.t('signatories.identifier.hint')}
            value={again?.identifier ?? ''}
            width="medium"
            mistake={again !== null && again.problem === null ? ui.t('signatories.nobody') : undefined}
            mistakeWord={ui.t('form.error')}
          />
          <TextField name="family" label={ui.t('powers.family')} value={again?.family ?? ''} width="medium" />
          <Actions>
            <Button>{ui.t('signatories.ask')}</Button>
          </Actions>
        </form>
      )}
    </section>
  )
}
