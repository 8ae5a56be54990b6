import type { Calendar } from '../calendar-data.ts'
import type { DeadlineRules } from '../rules.ts'

/** Two years of a country that does not exist, with every kind of special day. */
export const calendar: Calendar = {
  format: 1,
  id: 'test',
  version: '1.0.0',
  zone: 'Asia/Almaty',
  years: [2026, 2027],
  sources: [
    { year: 2026, acts: ['act:holidays/1'], evidence: [], status: 'adopted' },
    { year: 2027, acts: ['act:holidays/1'], evidence: [], status: 'derived' },
  ],
  weekend: [6, 7],
  days: [
    { date: '2026-01-01', kind: 'holiday', name: 'message:day.new-year', source: 'act:holidays/1' },
    { date: '2026-01-02', kind: 'holiday', name: 'message:day.new-year', source: 'act:holidays/1' },
    { date: '2026-03-09', kind: 'holiday', name: 'message:day.moved', source: 'act:holidays/2' },
    { date: '2026-03-20', kind: 'short', name: 'message:day.eve', source: 'act:holidays/3' },
    { date: '2026-03-21', kind: 'working', name: 'message:day.worked', source: 'act:holidays/4' },
    { date: '2027-01-01', kind: 'holiday', name: 'message:day.new-year', source: 'act:holidays/1' },
  ],
  hours: { from: '09:00', to: '18:00', break: { from: '13:00', to: '14:00' }, shortTo: '17:00' },
}

/** Rules that count as most administrative procedure acts do. */
export const rules: DeadlineRules = {
  format: 1,
  jurisdiction: 'test',
  start: 'next-day',
  receivedAfterHours: 'same-day',
  endsOnNonWorkingDay: 'next-working-day',
  monthWithoutDay: 'last-day',
  shortDayCounts: true,
  suspension: { resumes: 'remaining-days', dayOfSuspensionCounts: false },
  clauses: { start: 'act:procedure/40.1', endsOnNonWorkingDay: 'act:procedure/40.3' },
}
