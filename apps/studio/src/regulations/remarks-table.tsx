import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import type { Life, LifeRemark } from './life.ts'
import { remarkState, useRemarkPlace } from './remark.tsx'
import { RemarkActions } from './remark-actions.tsx'
import { useBodies } from './use-bodies.ts'

/** Remarks as a table: where, whose, what, the answer, what was made of it. */
export function RemarksTable(of: {
  readonly life: Life
  readonly remarks: readonly LifeRemark[]
  readonly caption: string
}): ReactNode {
  const words = useWords()
  const bodies = useBodies()
  const place = useRemarkPlace(of.life)
  const heads = {
    where: words.say('life.table.where'),
    body: words.say('life.table.body'),
    remark: words.say('life.remark'),
    answer: words.say('life.answer'),
    outcome: words.say('life.table.outcome'),
  }
  return (
    <table className="table-cards life-table">
      <caption>{of.caption}</caption>
      <thead>
        <tr>
          {Object.values(heads).map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {of.remarks.map(remark => (
          <tr key={remark.id}>
            <th scope="row">{place(remark.place)}</th>
            <td data-label={heads.body}>{bodies.name(remark.body)}</td>
            <td data-label={heads.remark} className="remark-text">
              {remark.text}
            </td>
            <td data-label={heads.answer} className="remark-text">
              {remark.answer === null
                ? '—'
                : `${words.say(remark.answer.accepted ? 'life.accepted' : 'life.rejected')} ${remark.answer.text}`}
            </td>
            <td data-label={heads.outcome}>
              {words.say(`life.remark.${remarkState(remark).state}`)}
              {remark.decision === null ? null : (
                <p className="remark-text">
                  {remark.decision.text}
                  {remark.decision.met === null ? null : (
                    <span className="soft">
                      {' '}
                      {words.say('life.met-on', { moment: words.date(remark.decision.met) })}
                    </span>
                  )}
                </p>
              )}
              <RemarkActions life={of.life} remark={remark} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
