import type { getAnnex } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import type { SampleTask } from './tasks.ts'
import { text, texts } from './text.ts'

/** The annex of a sample case: one decision that went to an official. */
export function sampleAnnex(task: SampleTask): OutputOf<typeof getAnnex> {
  return {
    number: task.number,
    service: texts.monthly,
    decisions: [
      {
        decision: 'eligibility',
        title: text('What is decided', 'Что решается', 'Не шешіледі'),
        at: task.openedAt,
        rulesOn: task.openedAt.slice(0, 10),
        modelHash: '5f0c'.repeat(16),
        grounds: [
          {
            text: text(
              'The rules and sums in force on the day of the application',
              'Правила и суммы на день обращения',
              'Өтініш берілген күнгі қағидалар мен сомалар',
            ),
            clause: 'act:family-benefits/8.4',
          },
        ],
        lines: [
          { level: 0, text: text('Data:', 'Данные:', 'Деректер:') },
          {
            level: 1,
            text: text(
              'Income · The reports differ: yes',
              'Доходы · Сведения расходятся: да',
              'Табыс · Мәліметтер сәйкес емес: иә',
            ),
          },
          {
            level: 0,
            text: text('Decision “What is decided”:', 'Решение «Что решается»:', '«Не шешіледі» шешімі:'),
          },
          {
            level: 2,
            text: text(
              'rule 3 applies (clause 7.6)',
              'правило 3 применено (пункт 7.6)',
              '3-ереже қолданылды (тармақ 7.6)',
            ),
          },
        ],
      },
    ],
  }
}
