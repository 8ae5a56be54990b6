import type { getOwnCase } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import { card3 } from './cases.ts'
import { id, line, refusedCase, say } from './family.ts'
import { movingCase } from './moving-case.ts'

/** A case decided against the person. */
export const refused: OutputOf<typeof getOwnCase> = {
  ...movingCase,
  card: {
    ...card3,
    case: refusedCase,
    status: 'decided',
    statusText: say('refused', 'отказано', 'бас тартылды'),
    waiting: null,
    outcome: 'refused',
  },
  deadline: null,
  next: null,
  timeline: [
    line(
      '2026-03-06T09:30:00.000Z',
      'Decided: refused, with reasons',
      'Решено: отказ с обоснованием',
      'Шешілді: негіздемемен бас тартылды',
      'official',
    ),
    ...movingCase.timeline,
  ],
  reasons: [
    {
      kind: 'rule',
      text: say(
        'The income per head must be below the subsistence minimum',
        'Доход на человека должен быть ниже прожиточного минимума',
        'Жан басына шаққандағы табыс күнкөріс минимумынан төмен болуы керек',
      ),
      held: false,
      clause: '7.2',
      value: null,
      source: null,
      because: [
        {
          kind: 'fact',
          text: say('Income per head', 'Доход на человека', 'Жан басына шаққандағы табыс'),
          held: null,
          clause: null,
          value: '66 000 DMD',
          source: say('Tax agency, 2 March', 'Налоговое агентство, 2 марта', 'Салық агенттігі, 2 наурыз'),
          because: [],
        },
        {
          kind: 'fact',
          text: say('Subsistence minimum', 'Прожиточный минимум', 'Күнкөріс минимумы'),
          held: null,
          clause: null,
          value: '60 000 DMD',
          source: say(
            'Register of legal parameters, 2026',
            'Реестр правовых величин, 2026',
            'Құқықтық көрсеткіштер тізілімі, 2026',
          ),
          because: [],
        },
      ],
    },
    {
      kind: 'rule',
      text: say('The child lives with you', 'Ребёнок живёт с вами', 'Бала сізбен бірге тұрады'),
      held: true,
      clause: '7.1',
      value: null,
      source: say('Address register', 'Реестр адресов', 'Мекенжай тізілімі'),
      because: [],
    },
  ],
  acts: [
    ...movingCase.acts,
    {
      act: id('act', 2),
      kind: 'decision',
      number: 'D-9QRD-2',
      at: '2026-03-06T09:30:00.000Z',
      ground: '7.5',
      signatory: 'D. Sample',
      text: null,
    },
  ],
  may: { appeal: true, rate: true, correct: false, withdraw: false },
  appealUntil: '2026-06-04',
}
