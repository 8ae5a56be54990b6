import type { TrialFigures as Figures } from '@tereze/studio/contract'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'

/** Both versions beside each other, since the trial began: each figure a row, so that a phone shows it whole. */
export function TrialFigures({ list, isEarly }: { list: readonly Figures[]; isEarly: boolean }): ReactNode {
  const { say, language } = useWords()
  if (list.length === 0) return null
  const point = language === 'en' ? '.' : ','
  const shown = (value: number | null) =>
    value === null ? '–' : String(Math.round(value * 10) / 10).replace('.', point)
  const rows = [
    ['cases', (one: Figures) => one.cases],
    ['median', (one: Figures) => one.medianDays],
    ['decided', (one: Figures) => one.decided],
    ['refused', (one: Figures) => one.refused],
    ['faulty', (one: Figures) => one.faulty],
    ['appealed', (one: Figures) => one.appealed],
    ['rating', (one: Figures) => one.rating],
  ] as const
  return (
    <>
      <table className="trial-figures">
        <thead>
          <tr>
            <th scope="col">{say('trial.since')}</th>
            {list.map(({ version }) => (
              <th key={version} scope="col">
                {version}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, of]) => (
            <tr key={name}>
              <th scope="row">{say(`trial.figure.${name}`)}</th>
              {list.map(one => (
                <td key={one.version}>{shown(of(one))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {isEarly ? <p>{say('trial.early')}</p> : null}
    </>
  )
}
