import type { JsonObject } from '@tereze/bpmn'
import { compileForm, formState } from '@tereze/forms'
import { expect, test } from 'vitest'
import { importProcess } from './import-process.ts'
import { flows, processFile, told } from './testing/models.fixture.ts'

const task = (inside: string, attributes = '') =>
  processFile(
    `<bpmn:startEvent id="s"/><bpmn:userTask id="ask" ${attributes}>${inside}</bpmn:userTask>${flows('s > ask')}`,
  )

async function imported(components: unknown[]) {
  const text = JSON.stringify({ id: 'ask-form', schemaVersion: 19, components })
  const result = await importProcess({ xml: task('', 'camunda:formRef="ask-form"'), forms: [{ name: 'a.form', text }] })
  const schema = JSON.parse(result.files['data.schema.json'] ?? '') as JsonObject
  const layout = JSON.parse(result.files['forms/ask-form.form.json'] ?? '')
  const words = JSON.parse(result.files['messages/en.json'] ?? '') as Record<string, string>
  const compiled = compileForm({ schema, form: layout } as never)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
  const visible = (data: object) =>
    formState(compiled.form, { data, context: {}, now: '2026-03-02T12:00:00Z', zone: 'UTC' } as never)
      .pages.flatMap(page => page.items)
      .flatMap(item => (item.visible ? ('items' in item ? item.items : [item]) : []))
      .flatMap(item => ('pointer' in item ? [item.pointer] : []))
  return { schema, layout, words, told: told(result.report), report: result.report, visible }
}

test('fields of a form of Camunda become data, layout and words', async () => {
  const { schema, layout, words, report } = await imported([
    {
      type: 'textfield',
      id: 'f1',
      key: 'name',
      label: 'Name',
      description: 'As in {the} passport',
      validate: { required: true, minLength: 2, maxLength: 80, pattern: '^[A-Z]' },
    },
    { type: 'textfield', id: 'f2', key: 'mail', label: 'Mail', validate: { validationType: 'email' } },
    { type: 'textarea', id: 'f3', key: 'why', label: 'Why' },
    {
      type: 'number',
      id: 'f4',
      key: 'person.age',
      label: 'Age',
      decimalDigits: 0,
      validate: { min: 0, max: 120 },
      defaultValue: 18,
    },
    { type: 'number', id: 'f5', key: 'sum', label: 'Sum', decimalDigits: 2, increment: '0.01', readonly: true },
    { type: 'checkbox', id: 'f6', key: 'agree', label: 'I agree' },
    {
      type: 'radio',
      id: 'f7',
      key: 'kind',
      label: 'Kind',
      values: [
        { value: 'new', label: 'New one' },
        { value: 'very_old', label: 'Old one' },
      ],
    },
    { type: 'select', id: 'f8', key: 'office', label: 'Office', valuesKey: 'offices' },
    { type: 'checklist', id: 'f9', key: 'needs', label: 'Needs', values: [{ value: 'lift', label: 'Lift' }] },
    { type: 'datetime', id: 'f10', key: 'born', subtype: 'date', dateLabel: 'Born' },
    { type: 'datetime', id: 'f11', key: 'at', subtype: 'time', timeLabel: 'At', label: 'At' },
    { type: 'filepicker', id: 'f12', key: 'papers', label: 'Papers' },
    { type: 'expression', id: 'f13', key: 'double', expression: '=sum * 2' },
  ])
  expect(schema).toMatchObject({
    required: ['name'],
    properties: {
      name: { type: 'string', minLength: 2, maxLength: 80, pattern: '^[A-Z]' },
      mail: { type: 'string', format: 'email' },
      person: { properties: { age: { type: 'integer', minimum: 0, maximum: 120, default: 18 } } },
      sum: { type: 'number', multipleOf: 0.01 },
      agree: { type: 'boolean' },
      kind: { enum: ['new', 'very_old'] },
      needs: { type: 'array', items: { enum: ['lift'] } },
      born: { format: 'date' },
      at: { format: 'time' },
      papers: { type: 'array' },
    },
  })
  expect(layout.pages[0].items.map(({ field, as }: { field: string; as: string }) => `${field} ${as}`)).toEqual([
    '/name text',
    '/mail text',
    '/why long-text',
    '/person/age number',
    '/sum number',
    '/agree yes-no',
    '/kind choice',
    '/office choice',
    '/needs choices',
    '/born date',
    '/at text',
    '/papers files',
    '/double text',
  ])
  expect(layout.pages[0].items[4].prefill).toBe('locked')
  expect(layout.pages[0].items[7].from).toBe('offices')
  expect(layout.pages[0].items[12].calculate).toBe('sum * 2')
  expect(words).toMatchObject({
    'field.person.age': 'Age',
    'field.born': 'Born',
    'hint.name': "As in '{'the'}' passport",
    'answer.kind.new': 'New one',
  })
  expect(report.missing).toContainEqual({ element: 'form:ask-form', what: 'message-key', hint: 'field.kind' })
})

test('what is hidden there is hidden here, also when the condition is null', async () => {
  const { visible } = await imported([
    { type: 'checkbox', key: 'married', label: 'Married' },
    { type: 'textfield', key: 'spouse', label: 'Spouse', conditional: { hide: '=married = false' } },
    {
      type: 'group',
      id: 'home',
      label: 'Home',
      conditional: { hide: '=not(married)' },
      components: [{ type: 'textfield', key: 'street' }],
    },
  ])
  expect(visible({})).toContain('/spouse')
  expect(visible({ married: true })).toContain('/spouse')
  expect(visible({ married: true })).toContain('/street')
  expect(visible({ married: false })).not.toContain('/spouse')
  expect(visible({ married: false })).not.toContain('/street')
})

test('a dynamic list is a repetition whose conditions see the element', async () => {
  const { schema, layout, words } = await imported([
    { type: 'number', key: 'limit', label: 'Limit' },
    {
      type: 'dynamiclist',
      id: 'kids',
      path: 'family.children',
      label: 'Children',
      allowAddRemove: true,
      defaultRepetitions: 1,
      components: [
        { type: 'number', key: 'age', label: 'Age', validate: { required: true } },
        { type: 'textfield', key: 'school', label: 'School', conditional: { hide: '=age < 7 or age > parent.limit' } },
      ],
    },
  ])
  expect(schema).toMatchObject({
    properties: { family: { properties: { children: { type: 'array', items: { required: ['age'] } } } } },
  })
  expect(layout.pages[0].items[1]).toEqual({
    field: '/family/children',
    as: 'repeat',
    items: [
      { field: '/age', as: 'number' },
      { field: '/school', as: 'text', when: 'not((item.age < 7 or item.age > limit) = true)' },
    ],
  })
  expect(words).toMatchObject({ 'field.family.children': 'Children', 'field.family.children.school': 'School' })
})

test('what a form cannot say here is listed', async () => {
  const { told } = await imported([
    {
      type: 'textfield',
      id: 'a',
      key: 'a',
      label: '=user.name',
      validate: { validationType: 'phone' },
      layout: { row: 'r' },
      properties: { x: '1' },
    },
    { type: 'text', id: 'b', text: '# Hello' },
    { type: 'button', id: 'c', label: 'Send', action: 'submit' },
    { type: 'signature', id: 'd', key: 'd', label: 'Sign' },
    { type: 'number', id: 'e', key: 'e', validate: { min: '=limit' } },
  ])
  expect(told).toMatchObject({
    'form:a/a label': 'text-computed',
    'form:a/a validate.validationType': 'check-not-possible',
    'form:a/a layout.row': 'layout-only',
    'form:a/a properties.x': 'free-property',
    'form:a/b text': 'no-static-content',
    'form:a/c action': 'layout-only',
    'form:a/d key': 'field-type',
    'form:a/e validate.min': 'chosen-at-run-time',
    'form:a schemaVersion': 'editor-only',
  })
})

test('generated forms of Camunda 7 with types, checks and values', async () => {
  const xml = task(`<bpmn:extensionElements><camunda:formData>
    <camunda:formField id="sum" label="Sum" type="long" defaultValue="5"><camunda:validation><camunda:constraint name="required"/><camunda:constraint name="min" config="1"/><camunda:constraint name="validator" config="org.example.V"/></camunda:validation></camunda:formField>
    <camunda:formField id="kind" label="Kind" type="enum"><camunda:value id="a" name="First"/><camunda:value id="b" name="Second"/></camunda:formField>
    <camunda:formField id="born" label="Born" type="date" datePattern="dd.MM.yyyy"/>
    <camunda:formField id="odd" label="Odd" type="color"/></camunda:formData></bpmn:extensionElements>`)
  const { files, report } = await importProcess({ xml })
  expect(JSON.parse(files['data.schema.json'] ?? '')).toMatchObject({
    required: ['sum'],
    properties: {
      sum: { type: 'integer', minimum: 1, default: 5 },
      kind: { enum: ['a', 'b'] },
      born: { format: 'date' },
    },
  })
  expect(JSON.parse(files['messages/ru.json'] ?? '')).toMatchObject({ 'answer.kind.b': 'Second', 'field.sum': 'Sum' })
  expect(report.untranslated).toContain('answer.kind.b')
  expect(told(report)).toMatchObject({
    'ask camunda:formData/camunda:formField[1]/camunda:validation/camunda:constraint[3]/@config': 'validation-code',
    'ask camunda:formData/camunda:formField[3]/@datePattern': 'layout-only',
    'ask camunda:formData/camunda:formField[4]/@type': 'field-type',
  })
})

test('a form that is not there, kept elsewhere, or no form is told', async () => {
  const elsewhere = await importProcess({ xml: task('', 'camunda:formKey="embedded:app:forms/a.html"') })
  expect(told(elsewhere.report)['ask @camunda:formKey']).toBe('form-elsewhere')
  const none = await importProcess({ xml: task('', 'camunda:formRef="x"'), forms: [{ name: 'x.form', text: '{' }] })
  expect(told(none.report)).toMatchObject({
    'ask @camunda:formRef': 'form-not-given',
    'form:x file': 'form-unreadable',
  })
})

test('two forms that ask for the same data with different types are refused', async () => {
  const text = JSON.stringify({ id: 'other', components: [{ type: 'number', key: 'name' }] })
  const xml = task(
    '<bpmn:extensionElements><camunda:formData><camunda:formField id="name" type="string"/></camunda:formData></bpmn:extensionElements>',
  )
  const { report } = await importProcess({ xml, forms: [{ name: 'other.form', text }] })
  expect(report.refused).toEqual([{ element: 'form:other', reason: 'field-differs' }])
})
