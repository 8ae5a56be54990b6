import { compileForm, type FormInput, formState, type JsonObject, type Problem } from '@tereze/forms'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { FormMistakes, FormPage } from './form-page.tsx'
import { readPosted } from './read-posted.ts'
import type { FormWords } from './words.ts'

const layout = {
  pages: [
    {
      id: 'one',
      items: [
        { field: '/name', as: 'person-name' as const },
        { field: '/born', as: 'date' as const },
        { field: '/income', as: 'money' as const },
        { field: '/kind', as: 'choice' as const },
        { field: '/days', as: 'choices' as const },
        { field: '/agreed', as: 'yes-no' as const },
        { field: '/address', as: 'text' as const },
        { field: '/code', as: 'text' as const, prefill: 'locked' as const },
        { field: '/account', as: 'bank-account' as const, from: 'accounts' },
        { field: '/visit', as: 'address' as const, register: 'bureau/addresses', own: true },
        { field: '/trade', as: 'code' as const, register: 'bureau/codes', classifier: 'okved' },
        { field: '/note', as: 'long-text' as const, when: 'kind = "b"' },
        { field: '/jobs', as: 'repeat' as const, items: [{ field: '/title', as: 'text' as const }] },
      ],
    },
  ],
}
const compiled = compileForm({
  schema: {
    type: 'object',
    required: ['born'],
    properties: {
      name: {
        type: 'object',
        required: ['family'],
        properties: { family: { type: 'string' }, given: { type: 'string' } },
      },
      born: { type: 'string', format: 'date' },
      income: { type: 'object', properties: { amount: { type: 'string' }, currency: { type: 'string' } } },
      kind: { enum: ['a', 'b'] },
      days: { type: 'array', items: { enum: ['mon', 'tue'] } },
      agreed: { type: 'boolean' },
      address: { type: 'string', maxLength: 40 },
      code: { type: 'string' },
      account: { type: 'string' },
      visit: { type: 'object' },
      trade: { type: 'object' },
      note: { type: 'string' },
      jobs: { type: 'array', items: { type: 'object', properties: { title: { type: 'string' } } } },
    },
  },
  form: layout,
})
if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
const { form } = compiled

const words: FormWords = {
  language: 'kk',
  label: item => `L ${item.pointer}`,
  hint: () => null,
  group: () => null,
  answer: (_, value) => `A ${value}`,
  option: (_, option) => ({ text: `O ${option.id}`, hint: null }),
  problem: problem => `P ${problem.code}`,
  summary: (label, problem) => `${label}: ${problem}`,
  source: source => `S ${source.id}`,
  choose: 'Choose',
  own: 'Own',
  nothing: 'Nothing',
  counted: '{count} found',
  files: {
    limits: most => `at most ${most}`,
    bring: 'bring',
    remove: 'remove',
    stop: 'stop',
    coming: '{name} {percent}',
    come: '{name} came',
    gone: '{name} gone',
    broken: '{name} broke',
    many: '{limit}',
  },
  optional: 'optional',
  error: 'Error',
  wrong: 'Wrong?',
  notSaid: '—',
  yes: 'yes',
  no: 'no',
  day: 'day',
  month: 'month',
  year: 'year',
  family: 'family',
  given: 'given',
  patronymic: 'patronymic',
  add: 'add',
  remove: 'remove',
  element: (_, number) => `E ${number}`,
}

const data: JsonObject = {
  name: { family: 'Q', given: 'A' },
  born: '2026-03-05',
  income: { amount: '180000.50', currency: 'DMD' },
  kind: 'b',
  days: ['tue'],
  agreed: false,
  account: 'account_2',
  visit: { text: 'Sadovaya, 7', own: true },
  trade: { id: '98.1', text: '98.1 "Making" & more' },
  note: 'two\nlines',
  jobs: [
    { key: 'x', title: 'Mill' },
    { key: 'y', title: 'Shop' },
  ],
}
const input: FormInput = {
  data,
  prefill: [
    { pointer: '/address', value: 'Abai St', source: { id: 'addresses' } },
    { pointer: '/code', value: 'DM-1', source: { id: 'people' } },
  ],
  context: { accounts: [{ id: 'account_1' }, { id: 'account_2' }] },
  now: '2026-03-02T04:00:00.000Z',
  zone: 'Asia/Almaty',
}

function drawn(of: FormInput, problems: readonly Problem[] = []): string {
  const page = formState(form, of).pages[0]
  if (page === undefined) throw new Error('no page')
  const props = { page, words, currency: 'DMD', problems }
  return renderToStaticMarkup(
    createElement('form', {}, createElement(FormMistakes, { ...props, title: 'T' }), createElement(FormPage, props)),
  )
}

/** What a browser would post from the page without touching it. */
function postedFrom(html: string): [string, string][] {
  const text = (value: string) =>
    value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')
  const controls = html.matchAll(
    /<(input|textarea|select)([^>]*)>(?:([^<]*)<\/textarea>|((?:<option[^>]*>[^<]*<\/option>)*)<\/select>)?/g,
  )
  return [...controls].flatMap(([, tag, attributes = '', content = '', options = '']): [string, string][] => {
    const name = / name="([^"]*)"/.exec(attributes)?.[1]
    if (name === undefined) return []
    if (tag === 'textarea') return [[text(name), text(content)]]
    if (tag === 'select') return [[text(name), /<option value="([^"]*)" selected/.exec(options)?.[1] ?? '']]
    if (/type="(radio|checkbox)"/.test(attributes) && !attributes.includes('checked')) return []
    return [[text(name), text(/ value="([^"]*)"/.exec(attributes)?.[1] ?? '')]]
  })
}

describe('a page of a form', () => {
  it('posts back exactly what it shows', () => {
    const { prefill, ...open } = input
    const { account, ...rest } = data
    expect(readPosted(form.layout, postedFrom(drawn(open)))).toEqual({
      ...rest,
      name: { family: 'Q', given: 'A', patronymic: '' },
      address: '',
      code: '',
      account,
    })
    expect(prefill).toHaveLength(2)
  })

  it('shows what is known with its source, and asks again only what may be corrected', () => {
    const html = drawn(input)
    expect(html).toContain('S addresses')
    expect(html).toContain('name="/address"')
    expect(html).toContain('S people')
    expect(html).not.toContain('name="/code"')
  })

  it('leaves hidden fields out', () => {
    expect(drawn({ ...input, data: { ...data, kind: 'a' } })).not.toContain('/note')
  })

  it('every control has a label, every mistake its field', () => {
    const html = drawn({ ...input, data: {} }, [{ pointer: '/born', code: 'form.required', params: {} }])
    expect(html).toContain('href="#f-born"')
    expect(html).toContain('id="f-born"')
    expect(html).toMatch(/id="f-born-mistake"/)
    const ids = [
      ...html.matchAll(/<(?:input|select|textarea)(?![^>]*type="(?:hidden|radio|checkbox)")[^>]* id="([^"]*)"/g),
    ].map(([, id]) => id)
    for (const id of ids) expect(html).toContain(`for="${id}"`)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('never writes what is typed as anything but text', () => {
    const html = drawn({
      ...input,
      data: { ...data, note: '</textarea><script>1</script>', name: { family: '"><img>' } },
    })
    expect(html).not.toContain('<script>')
    expect(html).not.toContain('<img>')
  })

  it('draws what was found as a list to choose from, one’s own words last, and nothing chosen', () => {
    const page = formState(form, { ...input, data: { ...data, visit: { text: 'Sadov' } } }).pages[0]
    if (page === undefined) throw new Error('no page')
    const found = { '/visit': [{ id: 'address_1', text: 'Talap, Sadovaya, 7' }] }
    const html = renderToStaticMarkup(createElement(FormPage, { page, words, currency: 'DMD', problems: [], found }))
    expect(html).toContain('<legend>Choose</legend>')
    expect(html).toMatch(
      /value="\{&quot;id&quot;:&quot;address_1&quot;[^>]*\/><span>Talap, Sadovaya, 7<\/span>.*value="own"\/><span>Own/,
    )
    expect(readPosted(layout, postedFrom(html), {}).visit).toEqual({ text: 'Sadov' })
  })
})
