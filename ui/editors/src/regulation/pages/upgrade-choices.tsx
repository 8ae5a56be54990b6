import { type ActOfJoining, type CarriedChange, compareBases, type DigitalRegulation } from '@tereze/regulation'
import { type ReactNode, useState } from 'react'
import { useDesk } from '../desk.ts'
import { placeWords } from '../place-words.ts'
import { useShown } from '../use-shown.ts'
import '../reading/variant.css'
import { Differences } from './differences.tsx'

/** What was chosen at the places that both an act and its template changed. */
export interface Chosen {
  readonly take: readonly string[]
  readonly keep: readonly string[]
}

type How = 'keep' | 'take'

function Carried(of: {
  readonly change: CarriedChange
  readonly chosen: How | undefined
  readonly choose: ((how: How) => void) | null
}): ReactNode {
  const { say, regulation, language } = useDesk()
  const shown = useShown()
  const { place, base, mine, theirs, state } = of.change
  return (
    <fieldset className="reg-group">
      <legend>{placeWords(regulation, place, say, language)}</legend>
      <p className="reg-hint">{say(`upgrade.state.${state}`)}</p>
      <dl className="reg-three">
        {(
          [
            ['upgrade.base', base],
            ['upgrade.mine', mine],
            ['upgrade.theirs', theirs],
          ] as const
        ).map(([side, value]) => (
          <div key={side}>
            <dt>{say(side)}</dt>
            <dd>{shown(value, place)}</dd>
          </div>
        ))}
      </dl>
      {state === 'both' && of.choose !== null ? (
        <div className="reg-choices">
          {(['keep', 'take'] as const).map(how => (
            <label key={how}>
              <input
                type="radio"
                name={`upgrade${place}`}
                checked={of.chosen === how}
                onChange={() => of.choose?.(how)}
              />
              {say(`upgrade.${how}`)}
            </label>
          ))}
        </div>
      ) : null}
    </fieldset>
  )
}

/** A newer template three ways: what collides, with a choice for each; what stays; what comes by itself. The button applies it. */
export function UpgradeChoices(of: {
  readonly act: ActOfJoining
  readonly template: DigitalRegulation
  readonly next: DigitalRegulation
  /** null: only looked at. */
  readonly apply: ((chosen: Chosen) => void) | null
  readonly busy?: boolean
}): ReactNode {
  const { say } = useDesk()
  const [chosen, setChosen] = useState<Readonly<Record<string, How>>>({})
  const { carried, brings } = compareBases(of.template, of.next, of.act)
  const collides = carried.filter(({ state }) => state === 'both' || state === 'closed')
  const stays = carried.filter(({ state }) => state === 'kept' || state === 'same')
  const open = collides.filter(({ state, place }) => state === 'both' && chosen[place] === undefined)
  const places = (how: How) => Object.keys(chosen).filter(place => chosen[place] === how)
  // What may be changed shows at each place, and what the act says itself stands above.
  const isOwn = (place: string) =>
    place === '/changeable' ||
    carried.some(one => one.state !== 'closed' && (place === one.place || place.startsWith(`${one.place}/`)))
  const group = (changes: readonly CarriedChange[]) =>
    changes.map(change => (
      <Carried
        key={change.place}
        change={change}
        chosen={chosen[change.place]}
        choose={of.apply === null ? null : how => setChosen({ ...chosen, [change.place]: how })}
      />
    ))
  return (
    <>
      {collides.length === 0 ? null : <h4>{say('upgrade.collides')}</h4>}
      {group(collides)}
      {stays.length === 0 ? null : <h4>{say('upgrade.stays')}</h4>}
      {group(stays)}
      <h4>{say('upgrade.brings')}</h4>
      <Differences differences={brings.filter(({ place }) => !isOwn(place))} from={of.template} to={of.next} />
      {of.apply !== null && open.length > 0 ? (
        <p className="reg-hint" role="status">
          {say('upgrade.open')}
        </p>
      ) : null}
      {of.apply === null ? null : (
        <button
          type="button"
          className="button"
          disabled={open.length > 0 || of.busy === true}
          onClick={() => of.apply?.({ take: places('take'), keep: places('keep') })}
        >
          {say('upgrade.apply', { version: of.next.version })}
        </button>
      )}
    </>
  )
}
