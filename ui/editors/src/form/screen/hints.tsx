import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { itemAt, placeKey, templateAt } from '../draft/place.ts'
import { reviewForm } from '../draft/review-form.ts'
import { useDesk } from './form-desk.ts'
import { itemText, pageText } from './item-text.ts'

/** What people who fill the form in may stumble over, with the way out; each hint leads to its place. */
export function Hints(): ReactNode {
  const { draft, neighbours, say, select, language } = useDesk()
  const calm = useDeferredValue(draft)
  const hints = useMemo(() => reviewForm(calm, neighbours), [calm, neighbours])
  return (
    <details className="form-hints">
      <summary>{say('hints', { count: hints.length })}</summary>
      {hints.length === 0 ? (
        <p>{say('hints.none')}</p>
      ) : (
        <ul>
          {hints.map(({ place, code, params }) => {
            const item = itemAt(calm.form, place)
            const name =
              item === null
                ? pageText(calm, place[0] ?? 0, language)
                : itemText(calm, item, templateAt(calm.form, place), language)
            return (
              <li key={`${placeKey(place)} ${code}`}>
                <button type="button" onClick={() => select(place)}>
                  {name}
                </button>{' '}
                {say(`hint.${code}`, params)}
              </li>
            )
          })}
        </ul>
      )}
    </details>
  )
}
