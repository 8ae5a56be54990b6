import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applicant, benefitForm } from './benefit-form.sample.ts'
import {
  compileForm,
  computedFor,
  type FieldState,
  type FormInput,
  formState,
  type ItemState,
  type Json,
  type JsonObject,
  submission,
  validatePage,
} from './index.ts'

const compiled = compileForm(benefitForm)
if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
const { form } = compiled

const moment = { now: '2026-03-02T04:00:00.000Z', zone: 'Asia/Almaty' }
const given = (data: JsonObject, more: Partial<FormInput> = {}): FormInput => ({
  data,
  context: { applicant },
  ...moment,
  ...more,
})
const employed: JsonObject = {
  child: 'person_1',
  employment: 'employed',
  account: { id: 'account_1' },
  household: { declaredIncome: { amount: '180000.00', currency: 'DMD' } },
  employers: [{ key: 'k1', name: 'Mill', kind: 'main' }],
}

function fields(items: readonly ItemState[]): FieldState[] {
  return items.flatMap(item => {
    if (item.kind === 'field') return [item]
    if (item.kind === 'group') return fields(item.items)
    return item.elements.flatMap(element => fields(element.items))
  })
}

function field(input: FormInput, pointer: string): FieldState {
  const found = formState(form, input)
    .pages.flatMap(page => fields(page.items))
    .find(candidate => candidate.pointer === pointer)
  if (found === undefined) throw new Error(`no field ${pointer}`)
  return found
}

function problems(input: FormInput): string[] {
  const result = submission(form, input)
  return result.ok ? [] : result.problems.map(problem => `${problem.pointer} ${problem.code}`)
}

describe('visibility (1)', () => {
  it('shows an item only while its own and all its ancestors’ conditions are true', () => {
    expect(field(given({ child: 'person_1', employment: 'employed' }), '/household/since').visible).toBe(true)
    expect(field(given({ child: 'person_1', employment: 'none' }), '/household/since').visible).toBe(false)
    expect(field(given({ child: 'person_2', employment: 'employed' }), '/household/since').visible).toBe(false)
  })

  it('does not take null for true', () => {
    const state = formState(form, given({}))
    expect(state.pages.map(page => [page.id, page.visible])).toEqual([
      ['child', true],
      ['too-old', false],
      ['work', false],
      ['account', true],
    ])
  })

  it('names the exit page and refuses submission there', () => {
    const state = formState(form, given({ child: 'person_2' }))
    expect(state.exit).toBe('too-old')
    expect(state.pages[1]?.exit).toEqual({ text: 'message:exit.too-old', instead: ['service:kindergarten-place'] })
    expect(problems(given({ child: 'person_2' }))).toEqual([' form.exit'])
  })
})

describe('hidden fields (2)', () => {
  it('keeps the draft, but neither conditions, checks nor submission see it', () => {
    const draft = { ...employed, employment: 'none', household: { declaredIncome: { amount: 'bad', currency: 'DMD' } } }
    const result = submission(form, given(draft))
    expect(result.ok && result.data).toEqual({
      child: 'person_1',
      employment: 'none',
      account: { id: 'account_1', ending: '4410' },
      household: { perHead: 1 },
    })
    expect(field(given(draft), '/household/declaredIncome').value).toEqual({ amount: 'bad', currency: 'DMD' })
  })
})

describe('calculated fields (3)', () => {
  it('are computed from what is visible; what was sent is ignored', () => {
    const result = submission(
      form,
      given({ ...employed, household: { ...(employed.household as JsonObject), perHead: 99 } }),
    )
    expect(result.ok && (result.data.household as JsonObject).perHead).toBe(2)
  })
})

describe('values known beforehand (4)', () => {
  const known = (mode: 'locked' | 'correctable' | 'suggestion') => ({
    prefill: [{ pointer: '/address', value: 'Abai St 14', source: { id: 'addresses', at: '2024-05-01' }, mode }],
  })

  it('locked: stays whatever is sent', () => {
    const result = submission(form, given({ ...employed, address: 'Elsewhere' }, known('locked')))
    expect(result.ok && result.data.address).toBe('Abai St 14')
    expect(result.ok && result.discrepancies).toEqual([])
  })

  it('correctable: both are kept', () => {
    const kept = submission(form, given(employed, known('correctable')))
    expect(kept.ok && [kept.data.address, kept.discrepancies]).toEqual(['Abai St 14', []])
    const corrected = submission(form, given({ ...employed, address: 'Elsewhere' }, known('correctable')))
    expect(corrected.ok && corrected.data.address).toBe('Elsewhere')
    expect(corrected.ok && corrected.discrepancies).toEqual([
      { pointer: '/address', known: 'Abai St 14', given: 'Elsewhere', source: { id: 'addresses', at: '2024-05-01' } },
    ])
  })

  it('suggestion: shown, but counts only once the person gives it', () => {
    expect(field(given(employed, known('suggestion')), '/address')).toMatchObject({
      value: 'Abai St 14',
      settled: false,
    })
    const left = submission(form, given(employed, known('suggestion')))
    expect(left.ok && left.data.address).toBeUndefined()
    const taken = submission(form, given({ ...employed, address: 'Abai St 14' }, known('suggestion')))
    expect(taken.ok && taken.data.address).toBe('Abai St 14')
  })
})

describe('required (5)', () => {
  it('counts only while visible', () => {
    expect(problems(given({ child: 'person_1', employment: 'employed', account: { id: 'account_1' } }))).toEqual([
      '/household/declaredIncome form.required',
    ])
    expect(problems(given({ child: 'person_1', employment: 'none', account: { id: 'account_1' } }))).toEqual([])
  })

  it('follows the schema’s conditions', () => {
    const data = { child: 'person_1', employment: 'self-employed', account: { id: 'account_1' } }
    expect(problems(given(data))).toEqual(['/note form.required'])
    expect(problems(given({ ...data, note: 'a shop' }))).toEqual([])
  })
})

describe('repeated items (6)', () => {
  it('evaluates each element by itself and keeps its key', () => {
    const employers = [
      { key: 'k7', name: 'Mill', kind: 'main', share: 10 },
      { key: 'k9', name: 'Shop', kind: 'second', share: 200 },
    ]
    const input = given({ ...employed, employers })
    expect(field(input, '/employers/0/share').visible).toBe(false)
    expect(field(input, '/employers/1/share').visible).toBe(true)
    expect(problems(input)).toEqual(['/employers/1/share form.too-large'])
    const item = formState(form, input).pages[2]?.items[1]
    const repeat = item?.kind === 'group' ? item.items[2] : undefined
    expect(repeat?.kind === 'repeat' && repeat.elements.map(element => element.key)).toEqual(['k7', 'k9'])
  })

  it('submits neither the key, which the schema does not have, nor what is hidden in an element', () => {
    const result = submission(
      form,
      given({ ...employed, employers: [{ key: 'k1', name: 'Mill', kind: 'main', share: 5 }] }),
    )
    expect(result.ok && result.data.employers).toEqual([{ name: 'Mill', kind: 'main' }])
  })

  it('checks the length of the list', () => {
    const employers = Array.from({ length: 4 }, (_, index) => ({ key: `k${index}`, name: 'Mill', kind: 'main' }))
    expect(problems(given({ ...employed, employers }))).toEqual(['/employers form.too-many'])
  })
})

describe('blank text (7)', () => {
  it('is null', () => {
    expect(problems(given({ ...employed, employment: '  ' }))).toEqual(['/employment form.required'])
    const money = { ...employed, household: { declaredIncome: { amount: ' ', currency: 'DMD' } } }
    expect(problems(given(money))).toEqual(['/household/declaredIncome form.required'])
  })
})

describe('compilation (8)', () => {
  const schema = { type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' }, c: { type: 'string' } } }
  const field = (name: string, when?: string) => ({ field: `/${name}`, as: 'text', ...(when ? { when } : {}) })
  const codes = (form: unknown, more: object = {}) => {
    const result = compileForm({ schema, form, ...more })
    return result.ok ? [] : result.problems
  }

  it('refuses a cycle and names it', () => {
    const items = [field('a', 'c = "x"'), field('b', 'a = "x"'), field('c', 'b = "x"')]
    expect(codes({ pages: [{ id: 'one', items }] })).toEqual([
      { code: 'form.cycle', path: '/pages', params: { names: ['/a', '/c', '/b', '/a'] } },
    ])
  })

  it('sees a cycle through a page and through a field’s own condition', () => {
    const pages = [{ id: 'one', when: 'a = "x"', items: [field('a')] }]
    expect(codes({ pages })[0]?.params).toEqual({ names: ['one', '/a', 'one'] })
    expect(codes({ pages: [{ id: 'one', items: [field('a', 'a = "x"')] }] })[0]?.code).toBe('form.cycle')
  })

  it('names unknown fields, names, layouts, patterns and wrong expressions', () => {
    const one = (items: unknown[]) => ({ pages: [{ id: 'one', items }] })
    expect(codes(one([field('z')]))[0]?.code).toBe('form.field-unknown')
    expect(codes(one([field('a', 'who = "x"')]), { names: [] })[0]?.code).toBe('form.name-unknown')
    expect(codes({ pages: [] })[0]?.code).toBe('form.layout-invalid')
    expect(codes(one([field('a', 'b = = 1')]))[0]?.code).toBe('form.expression-invalid')
    const hostile = { type: 'object', properties: { a: { type: 'string', pattern: '(a)\\1' } } }
    expect(compileForm({ schema: hostile, form: one([field('a')]) })).toMatchObject({
      problems: [{ code: 'form.pattern-unsupported' }],
    })
    const dangling = { type: 'object', properties: { a: { $ref: '#/$defs/none' } } }
    expect(compileForm({ schema: dangling, form: one([field('a')]) })).toMatchObject({ ok: false })
  })
})

describe('checks (9)', () => {
  it('checks a page as it is left', () => {
    expect(validatePage(form, given({}), 'child')).toEqual({
      ok: false,
      problems: [{ pointer: '/child', code: 'form.required', params: {} }],
    })
    expect(validatePage(form, given({ child: 'person_1' }), 'child')).toEqual({ ok: true })
  })

  it('gives each kind of mistake its own stable code', () => {
    const wrong = (change: JsonObject) => problems(given({ ...employed, ...change }))
    expect(wrong({ note: 'x'.repeat(21) })).toEqual(['/note form.too-long'])
    expect(wrong({ note: 'flat 4' })).toEqual(['/note form.pattern'])
    expect(wrong({ employment: 'retired' })).toEqual(['/employment form.choice'])
    expect(wrong({ child: 'person_9' })).toContain('/child form.choice')
    expect(wrong({ account: { id: 'account_of_another' } })).toEqual(['/account form.choice'])
    expect(wrong({ household: { declaredIncome: { amount: '12,5', currency: 'DMD' } } })).toEqual([
      '/household/declaredIncome form.money',
    ])
    expect(wrong({ household: { ...(employed.household as JsonObject), since: '2026-02-30' } })).toEqual([
      '/household/since form.date',
    ])
    expect(wrong({ employers: [{ key: 'k', name: 'M', kind: 'main' }] })).toEqual(['/employers/0/name form.too-short'])
  })

  it('takes a chosen option from the list, never from the sender', () => {
    const result = submission(form, given({ ...employed, account: { id: 'account_1', ending: '0000' } }))
    expect(result.ok && result.data.account).toEqual({ id: 'account_1', ending: '4410' })
  })

  it('a text that would hang a backtracking engine is refused at once', () => {
    const schema = { type: 'object', properties: { a: { type: 'string', pattern: '^(a+)+$' } } }
    const hostile = compileForm({ schema, form: { pages: [{ id: 'one', items: [{ field: '/a', as: 'text' }] }] } })
    if (!hostile.ok) throw new Error('does not compile')
    expect(submission(hostile.form, given({ a: `${'a'.repeat(5000)}!` }))).toMatchObject({ ok: false })
  })
})

describe('recomputation', () => {
  it('computes only what a change reaches, and keeps the rest the same objects', () => {
    const before = formState(form, given(employed))
    const after = formState(form, given({ ...employed, note: 'new' }), before)
    expect(after.pages[0]).toBe(before.pages[0])
    expect(after.pages[3]).toBe(before.pages[3])
    expect(after.pages[2]).not.toBe(before.pages[2])
    expect(computedFor(after)).toBeLessThan(5)
    expect(computedFor(formState(form, given(employed), after))).toBeLessThan(5)
  })

  it('a form of 400 fields and 200 conditions computes less than ten results for a keystroke', () => {
    const properties = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [`f${index}`, { type: 'string', maxLength: 9 }]),
    )
    const items = Object.keys(properties).map((name, index) => ({
      field: `/part/${name}`,
      as: 'text',
      ...(index >= 200 ? { when: `part.f${index - 200} = "x"` } : {}),
    }))
    const big = compileForm({
      schema: { type: 'object', properties: { part: { type: 'object', properties } } },
      form: { pages: [{ id: 'one', items }] },
    })
    if (!big.ok) throw new Error(JSON.stringify(big.problems))
    const part: Record<string, Json> = Object.fromEntries(Object.keys(properties).map(name => [name, 'x']))
    let state = formState(big.form, given({ part }))
    expect(computedFor(state)).toBeGreaterThan(400)
    for (const typed of ['y', 'yz', 'x', '']) {
      state = formState(big.form, given({ part: { ...part, f7: typed } }), state)
      expect(computedFor(state)).toBeLessThan(10)
    }
  })
})

describe('properties', () => {
  const word = fc.oneof(
    fc.constant(null),
    fc.constantFrom('', ' ', 'employed', 'none', 'self-employed', 'person_1', 'person_2', 'x'),
    fc.string(),
  )
  const employer = fc.record(
    { key: fc.constantFrom('a', 'b', ''), name: word, kind: fc.constantFrom('main', 'second'), share: fc.integer() },
    { requiredKeys: [] },
  )
  const anyDraft = fc.record(
    {
      child: word,
      employment: word,
      note: word,
      address: word,
      account: fc.oneof(word, fc.record({ id: word })),
      household: fc.oneof(word, fc.record({ declaredIncome: fc.jsonValue(), since: word }, { requiredKeys: [] })),
      employers: fc.oneof(word, fc.array(employer, { maxLength: 4 }), fc.jsonValue()),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<JsonObject>

  it('a state reached by changes equals the state computed afresh', () => {
    fc.assert(
      fc.property(fc.array(anyDraft, { minLength: 2, maxLength: 5 }), drafts => {
        let state: ReturnType<typeof formState> | undefined
        for (const data of drafts) state = formState(form, given(data), state)
        expect(state).toEqual(formState(form, given(drafts.at(-1) as JsonObject)))
      }),
      { numRuns: 150 },
    )
  })

  it('what is submitted is visible, and submitting it again gives the same', () => {
    fc.assert(
      fc.property(anyDraft, data => {
        const result = submission(form, given(data))
        if (!result.ok) {
          expect(result.problems.length).toBeGreaterThan(0)
          return
        }
        const again = submission(form, given(result.data))
        expect(again.ok && again.data).toEqual(result.data)
      }),
      { numRuns: 150 },
    )
  })

  it('never changes the draft', () => {
    fc.assert(
      fc.property(anyDraft, data => {
        const copy = structuredClone(data)
        formState(form, given(data))
        expect(data).toEqual(copy)
      }),
      { numRuns: 100 },
    )
  })
})

describe('check (10)', () => {
  const schema: JsonObject = {
    type: 'object',
    required: ['father'],
    properties: {
      father: { type: 'string', minLength: 2 },
      witness: { type: 'string' },
      guests: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
    },
  }
  const layout = {
    pages: [
      {
        id: 'who',
        items: [
          { field: '/father', as: 'text', check: 'father != applicant.id and father != witness' },
          { field: '/witness', as: 'text' },
          { field: '/guests', as: 'repeat', items: [{ field: '/name', as: 'text', check: 'item.name != father' }] },
        ],
      },
    ],
  }
  const checked = compileForm({ schema, form: layout, names: ['applicant'] })
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  const wrong = (data: JsonObject) => {
    const result = submission(checked.form, given(data, { context: { applicant: { id: 'self' } } }))
    return result.ok ? [] : result.problems.map(problem => `${problem.pointer} ${problem.code}`)
  }

  it('refuses at the field a value that does not go with the context or with other values', () => {
    expect(wrong({ father: 'other', witness: 'third' })).toEqual([])
    expect(wrong({ father: 'self' })).toEqual(['/father form.not-allowed'])
    expect(wrong({ father: 'third', witness: 'third' })).toEqual(['/father form.not-allowed'])
    expect(wrong({ father: 'other', guests: [{ name: 'other' }, { name: 'x' }] })).toEqual([
      '/guests/0/name form.not-allowed',
    ])
  })

  it('asks only where there is a value that the schema takes', () => {
    expect(wrong({})).toEqual(['/father form.required'])
    expect(wrong({ father: 'x', witness: 'x' })).toEqual(['/father form.too-short'])
  })

  it('is checked again when what it reads changes', () => {
    const input = given({ father: 'third' }, { context: { applicant: { id: 'self' } } })
    const before = formState(checked.form, input)
    const after = formState(checked.form, { ...input, data: { father: 'third', witness: 'third' } }, before)
    const found = fields(after.pages.flatMap(page => page.items)).find(({ pointer }) => pointer === '/father')
    expect(found?.problems).toEqual([{ pointer: '/father', code: 'form.not-allowed', params: {} }])
  })
})
