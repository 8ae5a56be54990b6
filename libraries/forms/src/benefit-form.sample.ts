import type { FormSource } from './compile.ts'

/** A benefit form with every kind of item, for the tests of this library. */
export const benefitForm = {
  schema: {
    type: 'object',
    required: ['child', 'account', 'employment'],
    properties: {
      child: { type: 'string' },
      employment: { enum: ['employed', 'self-employed', 'none'] },
      household: {
        type: 'object',
        required: ['declaredIncome'],
        properties: {
          declaredIncome: { $ref: '#/$defs/money' },
          perHead: { type: 'number' },
          since: { type: 'string', format: 'date' },
        },
      },
      note: { type: 'string', maxLength: 20, pattern: '^[^0-9]*$' },
      account: { $ref: 'urn:test:types#/$defs/account' },
      employers: {
        type: 'array',
        minItems: 1,
        maxItems: 3,
        items: {
          type: 'object',
          required: ['name', 'kind'],
          properties: {
            name: { type: 'string', minLength: 2 },
            kind: { enum: ['main', 'second'] },
            share: { type: 'integer', minimum: 1, maximum: 100 },
          },
        },
      },
      address: { type: 'string' },
    },
    if: { properties: { employment: { const: 'self-employed' } }, required: ['employment'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: { required: ['note'] },
    $defs: {
      money: {
        type: 'object',
        required: ['amount', 'currency'],
        properties: { amount: { type: 'string', pattern: '^\\d{1,12}\\.\\d{2}$' }, currency: { const: 'DMD' } },
      },
    },
  },
  schemas: {
    'urn:test:types': {
      $defs: {
        account: {
          type: 'object',
          required: ['id'],
          properties: { id: { type: 'string' }, ending: { type: 'string' } },
        },
      },
    },
  },
  form: {
    pages: [
      {
        id: 'child',
        items: [
          { field: '/child', as: 'person-choice', from: 'applicant.children' },
          { field: '/address', as: 'text', prefill: 'correctable' },
        ],
      },
      { id: 'too-old', when: 'child.age >= 3', exit: 'message:exit.too-old', instead: ['service:kindergarten-place'] },
      {
        id: 'work',
        when: 'child.age < 3',
        items: [
          { field: '/employment', as: 'choice' },
          {
            group: 'income',
            when: 'employment = "employed"',
            items: [
              { field: '/household/declaredIncome', as: 'money' },
              { field: '/household/since', as: 'date' },
              {
                field: '/employers',
                as: 'repeat',
                items: [
                  { field: '/name', as: 'text' },
                  { field: '/kind', as: 'choice' },
                  { field: '/share', as: 'number', when: 'item.kind = "second"' },
                ],
              },
            ],
          },
          { field: '/note', as: 'long-text' },
          {
            field: '/household/perHead',
            as: 'number',
            calculate: 'if employers = null then 1 else count(employers) + 1',
          },
        ],
      },
      { id: 'account', items: [{ field: '/account', as: 'bank-account', from: 'applicant.accounts' }] },
    ],
  },
} satisfies FormSource

/** What the tests know of the applicant. */
export const applicant = {
  children: [
    { id: 'person_1', name: 'A', age: 0 },
    { id: 'person_2', name: 'B', age: 7 },
  ],
  accounts: [{ id: 'account_1', ending: '4410' }],
}
