import { type ActOfJoining, compareBases, type DigitalRegulation, isObject } from '@tereze/regulation'
import type { Language } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useDesk } from '../desk.ts'
import { type Chosen, UpgradeChoices } from '../pages/upgrade-choices.tsx'
import { placeWords } from '../place-words.ts'
import { useShown } from '../use-shown.ts'
import { ReadingDesk, type ReadingNames } from './reading-desk.tsx'

/** A variant as it is read: its act of joining, its template, and what bodies are called. */
interface VariantRead {
  readonly act: ActOfJoining
  readonly template: DigitalRegulation
  readonly names: ReadingNames
  readonly language: Language
}

const isRegulation = (value: unknown): value is Record<string, unknown> => isObject(value)

function Rows({ act, template }: Pick<VariantRead, 'act' | 'template'>): ReactNode {
  const { say, language } = useDesk()
  const shown = useShown()
  const { carried } = compareBases(template, template, act)
  const free = (template.changeable ?? []).filter(
    open => !carried.some(({ place }) => place === open || place.startsWith(`${open}/`)),
  )
  return (
    <>
      {carried.length === 0 ? <p>{say('variant.same')}</p> : null}
      {carried.length === 0 ? null : (
        <table className="table-cards reg-differences">
          <caption className="hidden-text">{say('variant.differs')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('compare.where')}</th>
              <th scope="col">{say('variant.template')}</th>
              <th scope="col">{say('variant.here')}</th>
            </tr>
          </thead>
          <tbody>
            {carried.map(({ place, base, mine }) => (
              <tr key={place}>
                <th scope="row">{placeWords(template, place, say, language)}</th>
                <td data-label={say('variant.template')}>{shown(base, place)}</td>
                <td data-label={say('variant.here')}>{shown(mine, place)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {free.length === 0 ? null : (
        <>
          <h3>{say('variant.free')}</h3>
          <ul>
            {free.map(place => (
              <li key={place}>{placeWords(template, place, say, language)}</li>
            ))}
          </ul>
        </>
      )}
      <p className="reg-hint">{say('variant.rest')}</p>
    </>
  )
}

/** What a variant says otherwise than its template, what it may still change, and that the rest is the template's. */
export function VariantDifferences({ act, template, names, language }: VariantRead): ReactNode {
  if (!isRegulation(template)) return null
  return (
    <ReadingDesk regulation={template} names={names} language={language}>
      <div className="reg-compare">
        <Rows act={act} template={template} />
      </div>
    </ReadingDesk>
  )
}

/** A newer template beside a variant, three ways; with `apply` somebody may choose and move it. */
export function VariantUpgrade(
  of: VariantRead & {
    readonly next: DigitalRegulation
    readonly apply: ((chosen: Chosen) => void) | null
    readonly busy: boolean
  },
): ReactNode {
  if (!isRegulation(of.template)) return null
  return (
    <ReadingDesk regulation={of.template} names={of.names} language={of.language}>
      <div className="reg-compare">
        <UpgradeChoices act={of.act} template={of.template} next={of.next} apply={of.apply} busy={of.busy} />
      </div>
    </ReadingDesk>
  )
}
