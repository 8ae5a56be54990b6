import type { getOwnAnnex } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import { names } from './family.ts'

/** The annex of a decision. */
export const annex: OutputOf<typeof getOwnAnnex> = {
  number: '2QF4-7K9M',
  service: names.oneTime,
  decisions: [
    {
      decision: 'eligibility',
      title: { en: 'What is decided', ru: 'Что решается', kk: 'Не шешіледі' },
      at: '2026-02-23T05:00:03.000Z',
      rulesOn: '2026-02-20',
      modelHash: '5f0c'.repeat(16),
      grounds: [
        {
          text: {
            en: 'The rules and sums in force on the day of the event, 20 February 2026',
            ru: 'Правила и суммы на день события — 20 февраля 2026 г.',
            kk: 'Оқиға күнгі қағидалар мен сомалар: 2026 жылғы 20 ақпан',
          },
          clause: 'act:family-benefits/5.7',
        },
      ],
      lines: [
        { level: 0, text: { en: 'Data:', ru: 'Данные:', kk: 'Деректер:' } },
        {
          level: 1,
          text: {
            en: 'Family · Child · 1 · Born: 20 February 2026',
            ru: 'Семья · Ребёнок · 1 · Дата рождения: 20 февраля 2026 г.',
            kk: 'Отбасы · Бала · 1 · Туған күні: 2026 жылғы 20 ақпан',
          },
        },
        {
          level: 0,
          text: { en: 'Decision “What is decided”:', ru: 'Решение «Что решается»:', kk: '«Не шешіледі» шешімі:' },
        },
        {
          level: 2,
          text: {
            en: 'rule 1 does not apply: Already granted is no, the rule asks for yes',
            ru: 'правило 1 не применено: Уже назначено — нет, правило требует да',
            kk: '1-ереже қолданылмады: Бұрын тағайындалған мәні жоқ, ереже иә талап етеді',
          },
        },
        {
          level: 2,
          text: {
            en: 'rule 3 applies (clause 5.1)',
            ru: 'правило 3 применено (пункт 5.1)',
            kk: '3-ереже қолданылды (тармақ 5.1)',
          },
        },
        {
          level: 0,
          text: {
            en: 'Result: Outcome: granted; Sum: 164,350.00 DMD',
            ru: 'Итог: Решение: положительное; Сумма: 164 350,00 DMD',
            kk: 'Қорытынды: Шешім: оң шешім; Сома: 164 350,00 DMD',
          },
        },
      ],
    },
  ],
}
