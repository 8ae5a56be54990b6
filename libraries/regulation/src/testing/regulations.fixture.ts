import type { DigitalRegulation } from '../format/digital-regulation.ts'
import type { Need } from '../format/needs.ts'
import type { Words } from '../format/parts.ts'

type Data = Record<string, unknown>
type Changes = Partial<DigitalRegulation>

/** Words whose languages differ: the tests read them, nobody else. */
export function say(text: string): Words {
  return { en: text, ru: `${text} (по-русски)`, kk: `${text} (қазақша)` }
}

const clause = '1.1'
const person: Need = {
  id: 'applicant',
  kind: 'information',
  name: say('Applicant'),
  clause,
  from: 'exchange',
  contract: 'civil-registry.person@1',
  input: { person: '= case.applicant' },
  concept: 'concept:person',
}
const family: Need = {
  id: 'family',
  kind: 'information',
  name: say('Family'),
  clause,
  from: 'exchange',
  contract: 'civil-registry.family-of-person@1',
  input: { person: '= case.applicant' },
  concept: 'concept:family',
}
const accounts: Need = {
  id: 'accounts',
  kind: 'information',
  name: say('Accounts'),
  clause,
  from: 'exchange',
  contract: 'demo-bank.accounts-of-person@1',
  input: { person: '= case.applicant' },
  value: '= answer.accounts',
  concept: 'concept:bank-account',
}
const account: Need = {
  id: 'account',
  kind: 'information',
  name: say('Account'),
  clause,
  from: 'applicant',
  as: 'bank-account',
  of: 'accounts',
}
const income: Need = {
  id: 'income',
  kind: 'document',
  name: say('Income by the tax agency'),
  clause: '1.2',
  from: 'exchange',
  contract: 'tax-agency.income-by-person@1',
  input: { person: '= case.applicant', year: '= date(case.submitted).year - 1' },
  concept: 'concept:income-of-person',
}

const field = (id: string, as: Need['as'], more: Partial<Need> = {}): Need => ({
  id,
  kind: as === 'files' ? 'document' : 'information',
  name: say(`Field ${id}`),
  clause,
  from: 'applicant',
  as,
  ...more,
})

const criterion = (id: string, when: string, more: Data = {}) => ({
  id,
  clause: '1.2',
  text: say(`It is so: ${id}`),
  when,
  ground: { id: `no-${id}`, text: say(`It is not so: ${id}`), remedy: say(`What helps: ${id}`) },
  ...more,
})

const notice = {
  id: 'grant-notice',
  kind: 'document' as const,
  clause,
  title: say('Decision to grant'),
  text: say('It is granted.'),
}

/** A regulation that stands, with what differs in it. */
export function regulationOf(id: string, changes: Changes): DigitalRegulation {
  return {
    format: 1,
    kind: 'own-powers',
    id,
    version: '1.0.0',
    domain: 'tests',
    jurisdiction: 'demo',
    level: 'national',
    name: say(`Service ${id}`),
    summary: say(`What ${id} gives.`),
    audience: ['person'],
    channels: ['portal', 'counter'],
    assurance: 'substantial',
    body: 'org:social-protection',
    acts: [{ id: 'act:public-services', article: '5' }],
    clauses: ['1.1', '1.2', '1.3', '1.4', '1.5'].map(one => ({
      id: one,
      source: `act:public-services/${one}`,
      text: say(`Clause ${one} of ${id}.`),
    })),
    applicants: [{ id: 'anybody', name: say('Anybody'), clause, when: 'true', mayActThrough: ['power-of-attorney'] }],
    questionnaire: [],
    variants: [{ id: 'general', name: say('General order'), when: 'true' }],
    needs: [person],
    criteria: [],
    automatic: { clause: '1.3', personMustLook: true },
    rules: { follow: 'application', clause },
    procedures: (['registration', 'requests', 'review', 'decision', 'delivery'] as const).map(one => ({
      id: one,
      clause: '1.4',
      deadline: { workingDays: one === 'review' ? 2 : 1 },
    })),
    deadline: { term: { workingDays: 5 }, from: 'submitted', clause: '1.4' },
    results: [notice],
    appeal: {
      to: 'org:social-protection-ministry',
      within: { calendarDays: 90 },
      decided: { workingDays: 10 },
      clause: '1.4',
    },
    ...changes,
  }
}

const age = 'years and months duration(date(applicant.born), today()).years'

/** Regulations of many kinds, as different people would write them. */
export const regulations: readonly DigitalRegulation[] = [
  // A licence: documents by the applicant, an official decides every case, a number that fits a pattern, several needs by variant.
  regulationOf('trade-licence', {
    body: 'org:health',
    audience: ['business'],
    automatic: undefined,
    questionnaire: [
      {
        id: 'kind-of-activity',
        name: 'activity',
        text: say('What will the firm do?'),
        answers: [
          { id: 'pharmacy', text: say('Sell medicines') },
          { id: 'optics', text: say('Make glasses') },
        ],
      },
    ],
    variants: [
      { id: 'pharmacy', name: say('Pharmacy'), when: 'activity = "pharmacy"' },
      { id: 'optics', name: say('Optics'), when: 'true' },
    ],
    needs: [
      person,
      field('firmNumber', 'text', {
        pattern: '^DMO-[0-9]{6}$',
        example: 'DMO-000001',
        concept: 'concept:organisation-number',
      }),
      field('premises', 'files', { max: 3 }),
      field('pharmacist', 'files', { variants: ['pharmacy'] }),
      field('area', 'number', { min: 0, max: 10000 }),
    ],
    criteria: [
      criterion('large-enough', 'if variant = "pharmacy" then area >= 30 else area >= 15'),
      criterion('of-age', `${age} >= 18`),
    ],
    suspension: [{ id: 'papers-unclear', clause: '1.5', text: say('The papers are unclear'), until: 'answer or P10D' }],
    results: [
      {
        ...notice,
        until: '= string(today() + duration("P5Y"))',
        fields: [{ id: 'firm', label: say('Firm'), value: '= firmNumber' }],
      },
    ],
  }),
  // A monthly allowance: income by exchange, values rounded by a clause, sums by case, an official where sources conflict.
  regulationOf('family-allowance', {
    needs: [person, family, accounts, account, income],
    applicants: [{ id: 'parent', name: say('Parent'), clause, when: 'count(family.children) > 0', mayActThrough: [] }],
    notApplicant: { clause, text: say('You have no child.'), remedy: say('Nothing to do.') },
    values: [
      {
        id: 'incomePerHead',
        name: say('Income per head'),
        clause: '1.5',
        is: 'number(income.highest.amount) / (count(family.children) + (if family.spouse = null then 1 else 2))',
        round: { mode: 'half-up', scale: 2 },
      },
    ],
    criteria: [criterion('low-income', 'incomePerHead <= number(parameters.subsistenceMinimum.amount)')],
    review: [
      { id: 'conflict', clause: '1.5', text: say('The sources contradict each other'), when: 'income.conflict = true' },
    ],
    suspension: [{ id: 'income-unclear', clause: '1.5', text: say('The income is unclear'), until: 'answer or P10D' }],
    amount: [
      {
        id: 'large-family',
        clause: '1.2',
        text: say('Three children or more'),
        when: 'count(family.children) >= parameters.largeFamily',
        sum: 'parameters.monthlyChildBenefitLarge',
      },
      { id: 'usual', clause: '1.2', text: say('Other families'), sum: 'parameters.monthlyChildBenefit' },
    ],
    results: [
      { ...notice, fields: [{ id: 'amount', label: say('Amount'), value: '= decision.amount', as: 'money' }] },
      {
        id: 'allowance',
        kind: 'payment',
        clause,
        title: say('Allowance'),
        to: 'account',
        repeats: 'monthly',
        until: '= string(today() + duration("P1Y"))',
      },
    ],
  }),
  // A place in a queue: a record in a register of the body, which also says who stands in it already.
  regulationOf('nursery-queue', {
    body: 'org:education',
    needs: [
      person,
      family,
      field('child', 'child', { of: 'family.children', concept: 'concept:child' }),
      field('groupLanguage', 'choice', {
        concept: 'concept:language-of-group',
        answers: [
          { id: 'kk', text: say('Kazakh') },
          { id: 'ru', text: say('Russian') },
        ],
      }),
      field('wantedFrom', 'date', { concept: 'concept:begin' }),
      {
        id: 'place',
        kind: 'information',
        name: say('Place in the queue'),
        clause,
        from: 'register',
        register: 'kindergarten-queue',
        where: { child: '= child', status: 'waiting' },
        concept: 'concept:queue-place',
      },
    ],
    applicants: [
      {
        id: 'parent',
        name: say('Parent'),
        clause,
        when: 'count(family.children) > 0',
        mayActThrough: ['legal-representative'],
      },
    ],
    notApplicant: { clause, text: say('You have no child.'), remedy: say('Nothing to do.') },
    criteria: [criterion('not-yet-waiting', 'place.id = null'), criterion('in-future', 'date(wantedFrom) > today()')],
    results: [
      notice,
      {
        id: 'place',
        kind: 'record',
        clause,
        title: say('Place in the queue'),
        register: 'kindergarten-queue',
        data: {
          child: '= child',
          parent: '= case.applicant',
          region: '= applicant.residence.region',
          birthYear: '= date(family.children[id = child][1].born).year',
          language: '= groupLanguage',
          wantedFrom: '= wantedFrom',
          privilege: 3,
          registeredAt: '= case.submittedAt',
          status: 'waiting',
          case: '= case.id',
        },
      },
    ],
  }),
  // An extract from a register: no criteria, nothing to ask, always given.
  regulationOf('extract-of-residence', {
    results: [
      {
        ...notice,
        fields: [
          { id: 'born', label: say('Born'), value: '= applicant.born', as: 'date' },
          { id: 'region', label: say('Region'), value: '= applicant.residence.region', as: 'region' },
        ],
      },
    ],
  }),
  // A permit with a fee and an exemption; a ground on which it is not accepted at all.
  regulationOf('burning-permit', {
    body: 'org:health',
    fee: {
      clause: '1.5',
      sum: { amount: '1500.00', currency: 'DMD' },
      exemptions: [{ id: 'pensioner', clause: '1.5', text: say('A pensioner'), when: `${age} >= 63` }],
    },
    needs: [
      person,
      field('day', 'date', { concept: 'concept:begin' }),
      field('place', 'long-text'),
      field('neighboursAgree', 'yes-no'),
    ],
    acceptance: [
      {
        id: 'too-late',
        clause: '1.2',
        when: 'date(day) <= today()',
        text: say('The day is over'),
        remedy: say('Choose another day.'),
      },
    ],
    criteria: [
      criterion('neighbours', 'neighboursAgree = true'),
      criterion('not-in-summer', 'not(date(day).month in [6, 7, 8])'),
    ],
    results: [{ ...notice, until: '= day', fields: [{ id: 'place', label: say('Place'), value: '= place' }] }],
  }),
  // Many criteria over one person.
  regulationOf('conscript-grant', {
    criteria: [
      criterion('of-age', `${age} >= 18`),
      criterion('not-old', `${age} < 30`),
      criterion('a-man', 'applicant.sex = "male"'),
      criterion('citizen', 'applicant.citizenship = "XD"'),
      criterion('of-the-north', 'applicant.residence.region = "north"'),
      criterion('born-in-even-year', 'modulo(date(applicant.born).year, 2) = 0'),
    ],
  }),
  // Several bodies take part; several categories may apply; answers known from data choose the variant.
  regulationOf('home-help', {
    participants: [{ organisation: 'org:tax-agency', does: say('Tells the income') }],
    needs: [person, family, income],
    applicants: [
      { id: 'pensioner', name: say('Pensioner'), clause, when: `${age} >= 63`, mayActThrough: ['power-of-attorney'] },
      {
        id: 'large-family',
        name: say('Large family'),
        clause,
        when: 'count(family.children) >= parameters.largeFamily',
        mayActThrough: [],
      },
    ],
    notApplicant: {
      id: 'outside-the-circle',
      clause,
      text: say('You are in no circle.'),
      remedy: say('Come back at 63.'),
    },
    questionnaire: [
      {
        id: 'lives-with',
        name: 'livesWith',
        text: say('Do you live alone?'),
        answers: [
          { id: 'alone', text: say('Alone') },
          { id: 'together', text: say('Together') },
        ],
        known: 'if family.spouse = null then "alone" else "together"',
      },
    ],
    variants: [
      { id: 'alone', name: say('Living alone'), when: 'livesWith = "alone"' },
      { id: 'together', name: say('Living together'), when: 'true' },
    ],
    criteria: [
      criterion(
        'poor',
        'number(income.highest.amount) < number(parameters.subsistenceMinimum.amount) * (if variant = "alone" then 2 else 1)',
      ),
    ],
  }),
  // A template that others join.
  regulationOf('municipal-parking', {
    kind: 'template',
    level: 'municipal',
    changeable: [
      '/deadline/term',
      '/criteria/cars/when',
      '/criteria/cars/text',
      '/name',
      '/summary',
      '/body',
      '/appeal/to',
      '/domain',
    ],
    needs: [person, field('cars', 'number', { min: 1, max: 9 })],
    criteria: [criterion('cars', 'cars <= 2')],
  }),
  // Three questions, four variants, documents for some of them.
  regulationOf('building-notice', {
    body: 'org:education',
    questionnaire: (['purpose', 'ground', 'size'] as const).map(id => ({
      id,
      name: id,
      text: say(`Which ${id}?`),
      answers: [
        { id: 'one', text: say(`${id} one`) },
        { id: 'two', text: say(`${id} two`) },
      ],
    })),
    variants: [
      { id: 'house', name: say('House'), when: 'purpose = "one" and ground = "one"' },
      { id: 'leased', name: say('House on leased ground'), when: 'purpose = "one"' },
      { id: 'small', name: say('Small shed'), when: 'size = "one"' },
      { id: 'other', name: say('Other'), when: 'true' },
    ],
    needs: [
      person,
      field('plan', 'files'),
      field('lease', 'files', { variants: ['leased', 'other'] }),
      field('floors', 'number', { min: 1, max: 50 }),
      field('remarks', 'long-text', { optional: true }),
    ],
    criteria: [criterion('low', 'if variant = "small" then floors = 1 else floors <= 3')],
  }),
  // One payment by age of the event; delegated powers; rules of the day of the event.
  regulationOf('school-money', {
    kind: 'delegated-powers',
    needs: [
      person,
      family,
      accounts,
      field('child', 'child', { of: 'family.children', concept: 'concept:child' }),
      account,
    ],
    rules: { follow: 'decision', clause },
    criteria: [
      criterion('own-child', 'list contains(family.children.id, child)', {
        examples: [{ met: false, given: { child: 'person_01960000-0000-7000-8000-00000000000f' } }],
      }),
      criterion(
        'of-school-age',
        'years and months duration(date(family.children[id = child][1].born), today()).years >= 6',
      ),
    ],
    amount: [{ id: 'one', clause, text: say('For everybody'), sum: 'parameters.oneTimeBirthBenefit' }],
    results: [
      notice,
      { id: 'money', kind: 'payment', clause, title: say('School money'), to: 'account', repeats: 'once' },
    ],
  }),
  // Everything by exchange, a spouse asked by a second request of the same contract, an official for both.
  regulationOf('rent-help', {
    needs: [
      person,
      family,
      income,
      {
        ...income,
        id: 'spouseIncome',
        name: say('Income of the spouse'),
        input: { person: '= family.spouse.id', year: '= date(case.submitted).year - 1' },
        when: 'family.spouse != null',
      },
    ],
    values: [
      {
        id: 'together',
        name: say('Income of both'),
        clause: '1.5',
        is: 'number(income.highest.amount) + (if spouseIncome = null then 0 else number(spouseIncome.highest.amount))',
      },
    ],
    criteria: [criterion('poor', 'together < 90000'), criterion('undisputed', 'income.conflict = false')],
    results: [notice, { ...notice, id: 'letter-to-spouse', title: say('Letter'), variants: ['general'] }],
  }),
  // Money and text given by the applicant, a bound on both sides, an official decides some.
  regulationOf('repair-subsidy', {
    needs: [
      person,
      accounts,
      account,
      field('cost', 'money'),
      field('contractor', 'text'),
      field('bill', 'files', { max: 1 }),
    ],
    criteria: [
      criterion('not-too-dear', 'number(cost.amount) <= 500000'),
      criterion('worth-it', 'number(cost.amount) >= 10000'),
      criterion('licensed', 'contractor != "Cowboys & Sons <Ltd>"'),
    ],
    review: [{ id: 'dear', clause: '1.5', text: say('The repair is dear'), when: 'number(cost.amount) > 200000' }],
    amount: [
      {
        id: 'half',
        clause,
        text: say('Half of it'),
        when: 'number(cost.amount) > 30000',
        sum: '{ amount: string(number(cost.amount) / 2), currency: "DMD" }',
      },
      { id: 'whole', clause, text: say('All of it'), sum: '{ amount: cost.amount, currency: "DMD" }' },
    ],
    results: [
      notice,
      { id: 'subsidy', kind: 'payment', clause, title: say('Subsidy'), to: 'account', repeats: 'once' },
    ],
  }),
]

/** An act that joins the template of parking. */
export const actOfJoining = {
  format: 1,
  kind: 'joining',
  id: 'northern-parking',
  version: '1.0.0',
  base: 'municipal-parking@1.0.0',
  changes: {
    '/deadline/term': { workingDays: 3 },
    '/criteria/cars/when': 'cars <= 1',
    '/name': say('Parking in the North'),
    '/body': 'org:health',
  },
} as const
