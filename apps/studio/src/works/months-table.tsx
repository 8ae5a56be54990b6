import type { OutputOf } from '@tereze/operation'
import type { listWorks } from '@tereze/studio/contract'
import { formatDecimal } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'

/** The time to publication by month, beside the target. */
export function MonthsTable(of: { months: OutputOf<typeof listWorks>['months']; target: number }): ReactNode {
  const words = useWords()
  const { say } = words
  const most = Math.max(of.target, ...of.months.map(({ medianDays }) => medianDays))
  const share = (days: number) => `${(days / most) * 100}%`
  return (
    <section className="works-months">
      <h2>{say('works.time')}</h2>
      {of.months.length === 0 ? <p className="soft">{say('works.time-none', { count: of.target })}</p> : null}
      {of.months.length === 0 ? null : (
        <>
          <p className="soft">{say('works.time-text', { count: of.target })}</p>
          <div className="table-scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('works.month')}</th>
                  <th scope="col">{say('works.count')}</th>
                  <th scope="col">{say('works.in-time')}</th>
                  <th scope="col">{say('works.median')}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {of.months.map(({ month, works, medianDays, inTime }) => (
                  <tr key={month}>
                    <th scope="row">{month.split('-').toReversed().join('.')}</th>
                    <td className="figures">{works}</td>
                    <td className="figures">{inTime}</td>
                    <td className="figures">{formatDecimal(String(medianDays), words.language)}</td>
                    <td className="works-bar" aria-hidden="true">
                      <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                        <rect
                          className={medianDays > of.target ? 'works-bar-late' : ''}
                          width={share(medianDays)}
                          height="12"
                        />
                        <line x1={share(of.target)} x2={share(of.target)} y1="0" y2="12" />
                      </svg>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}
