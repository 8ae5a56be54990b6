import type { OutputOf } from '@tereze/operation'
import { changeVersionTrial, type DraftKind, type listPackageVersions, type TrialChange } from '@tereze/studio/contract'
import { BusyButton, commandOf, RefusalNote } from '@tereze/ui-app'
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'
import { TrialFigures } from './trial-figures.tsx'
import { TrialOrder } from './trial-order.tsx'
import './version-trial.css'

const useCommand = commandOf('studio')
type Found = OutputOf<typeof listPackageVersions>

/** The version on trial, what can be done with it, and what was ordered so far; nothing where no version ever was on trial. */
export function VersionTrial({
  of,
  found: { trial, trialOrders, mayChangeTrial },
}: {
  of: { organisation: string; kind: DraftKind; package: string }
  found: Found
}): ReactNode {
  const { say } = useWords()
  if (trial === null && trialOrders.length === 0) return null
  return (
    <section className="version-trial" aria-labelledby="version-trial">
      <h2 id="version-trial">{say('trial.title')}</h2>
      {trial === null ? null : (
        <>
          <p>
            <strong>
              {trial.share === 0
                ? say('trial.held', { version: trial.version })
                : say('trial.now', { version: trial.version, count: trial.share })}
            </strong>
          </p>
          <p className="soft">{say('trial.what')}</p>
          <TrialFigures list={trial.figures} isEarly={trial.isEarly} />
          {mayChangeTrial ? <ChangeTrial key={`${trial.version} ${trial.share}`} of={of} trial={trial} /> : null}
        </>
      )}
      {trialOrders.length === 0 ? null : (
        <ul className="draft-cards">
          {trialOrders.map(one => (
            <TrialOrder key={one.order} card={one} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** Another share, use by all, or the end; each with a reason. */
function ChangeTrial({
  of,
  trial,
}: {
  of: { organisation: string; kind: DraftKind; package: string }
  trial: NonNullable<Found['trial']>
}): ReactNode {
  const { say } = useWords()
  const [share, choose] = useState(String(trial.share === 0 ? 1 : trial.share))
  const [reason, write] = useState('')
  const command = useCommand(changeVersionTrial)
  // What failed too often is rather ended than taken into use.
  const usual = (change: TrialChange) => ((change === 'end') === (trial.share === 0) ? 'button' : 'button button-quiet')
  const order = (change: TrialChange) =>
    command.mutate({
      ...of,
      version: trial.version,
      change,
      reason,
      ...(change === 'share' ? { share: Number(share) } : {}),
    })
  return (
    <>
      <label className="field">
        <span>{say('trial.reason')}</span>
        <textarea
          className="input"
          rows={2}
          maxLength={2000}
          value={reason}
          onChange={event => write(event.target.value)}
        />
      </label>
      <label className="field">
        <span>{say('trial.share')}</span>
        <input
          className="input trial-share"
          type="number"
          inputMode="numeric"
          min={1}
          max={50}
          value={share}
          onChange={event => choose(event.target.value)}
        />
      </label>
      <div className="actions">
        <BusyButton className="button button-quiet" busy={command.isPending} onClick={() => order('share')}>
          {say('trial.change-share')}
        </BusyButton>
        <BusyButton className={usual('adopt')} busy={command.isPending} onClick={() => order('adopt')}>
          {say('trial.adopt')}
        </BusyButton>
        <BusyButton className={usual('end')} busy={command.isPending} onClick={() => order('end')}>
          {say('trial.end')}
        </BusyButton>
      </div>
      {command.error === null ? null : <RefusalNote problem={command.error.problem} />}
    </>
  )
}
