import type { listOwnPowers, listPowers, PowerView } from '@tereze/access/contract'
import type { OutputOf } from '@tereze/operation'
import { say } from './family.ts'

const id = (prefix: string, number: number) => `${prefix}_01985a00-0000-7000-8000-0000000007${number}0`
const same = (name: string) => say(name, name, name)
const firm = {
  id: 'organisation_01985a00-0000-7000-8000-000000000001',
  name: say('Altyn Dala LLP', 'ТОО «Алтын Дала»', '«Алтын Дала» ЖШС'),
}
const director = { id: id('person', 1), name: same('Әсем Үлгібаева') }
const accountant = { id: id('person', 2), name: same('Ернар Мысалов') }
const seeData = say(
  'See data in registers, and who looked at them',
  'Видеть сведения в реестрах и кто к ним обращался',
  'Тізілімдердегі мәліметтерді және оларды кім қарағанын көру',
)
const apply = say(
  'Apply for services and answer questions on applications',
  'Подавать заявления и отвечать на вопросы по ним',
  'Өтініш беру және олар бойынша сұрақтарға жауап беру',
)

/** A power of an accountant. */
export const onePower: PowerView = {
  power: id('power', 1),
  principal: firm,
  delegate: accountant,
  givenBy: director,
  parent: null,
  scope: { codes: ['see-data', 'apply'], services: null, depth: 1 },
  titles: [seeData, apply],
  from: '2026-02-02',
  until: '2026-12-31',
  state: 'in-force',
  offeredAt: '2026-02-01T05:00:00.000Z',
  answeredAt: '2026-02-01T07:30:00.000Z',
  endedAt: null,
  endedBy: null,
  reason: null,
  file: null,
  may: ['end'],
}

/** What the mother was offered, and for whom she may act. */
export const ownPowers: OutputOf<typeof listOwnPowers> = {
  principals: [
    {
      principal: firm.id,
      kind: 'organisation',
      name: firm.name,
      ties: [{ kind: 'director', since: '2023-01-16' }],
      powers: [],
      codes: ['see-data', 'apply', 'powers'],
      titles: [seeData, apply],
      services: null,
    },
    {
      principal: id('person', 3),
      kind: 'person',
      name: same('Айзере Үлгібаева'),
      ties: [{ kind: 'parent', since: '2020-05-11' }],
      powers: [],
      codes: ['see-data', 'apply'],
      titles: [seeData, apply],
      services: null,
    },
  ],
  received: [
    {
      ...onePower,
      power: id('power', 2),
      principal: accountant,
      delegate: director,
      givenBy: accountant,
      state: 'offered',
      answeredAt: null,
      may: ['answer'],
    },
    {
      ...onePower,
      power: id('power', 3),
      principal: accountant,
      delegate: director,
      givenBy: accountant,
      state: 'lapsed',
      until: '2026-02-20',
      may: [],
    },
  ],
}

/** Who may act for the firm. */
export const powers: OutputOf<typeof listPowers> = {
  name: firm.name,
  ties: [{ kind: 'director', actor: director, since: '2023-01-16' }],
  powers: [
    onePower,
    {
      ...onePower,
      power: id('power', 4),
      state: 'ended',
      endedAt: '2026-02-20T05:00:00.000Z',
      endedBy: director,
      reason: null,
      may: [],
    },
  ],
  givable: {
    codes: [
      { code: 'see-data', title: seeData, limited: false },
      { code: 'apply', title: apply, limited: true },
    ],
    services: null,
    depth: 3,
    until: '2029-03-02',
  },
}
