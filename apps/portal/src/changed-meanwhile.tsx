import { getOwnCase } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import { isProblem } from '@tereze/ui-client'
import { Callout } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import type { PageContext } from './page.ts'
import type { Ui } from './ui.ts'

/** A line of a case's timeline. */
export type Line = OutputOf<typeof getOwnCase>['timeline'][number]

/** The case as it was when a page of a form was shown: what a sent form carries along. */
export interface Seen {
  readonly revision: number
  /** Instant, ISO 8601. */
  readonly at: string
}

/** Reads out of a sent form what was seen; null where the form does not say. */
export function readSeen(form: URLSearchParams): Seen | null {
  const [revision, at] = [Number(form.get('_revision')), form.get('_seen') ?? '']
  return Number.isInteger(revision) && revision > 0 && !Number.isNaN(Date.parse(at)) ? { revision, at } : null
}

/** What a form carries along. */
export function SeenFields({ seen }: { seen: Seen }): ReactNode {
  return (
    <>
      <input type="hidden" name="_revision" value={seen.revision} />
      <input type="hidden" name="_seen" value={seen.at} />
    </>
  )
}

/** What happened in a case since an instant, the newest first; nothing where it cannot be read. */
export async function linesSince({ client }: PageContext, place: { organisation: string; case: string }, at: string) {
  const own = await client.call(getOwnCase, place)
  return isProblem(own) ? [] : own.timeline.filter(line => Date.parse(line.at) > Date.parse(at))
}

/** Says that the case has changed since the page was shown: what happened, that nothing typed is lost, and how to go on. */
export function ChangedMeanwhile({ lines, ui }: { lines: readonly Line[]; ui: Ui }): ReactNode {
  return (
    <div role="alert">
      <Callout tone="you" title={ui.t('changed.title')}>
        {lines.length === 0 ? null : (
          <ul>
            {lines.map(line => (
              <li key={`${line.at} ${line.text.en}`}>
                {ui.say(line.text)} <span className="soft">{ui.instant(line.at)}</span>
              </li>
            ))}
          </ul>
        )}
        <p>{ui.t('changed.text')}</p>
      </Callout>
    </div>
  )
}
