import { expect, test } from 'vitest'
import { addImport, addToList } from './edit-source.ts'
import { camelCase, pascalCase, plural, singular } from './names.ts'

test.each([
  ['site-visit', 'site-visits'],
  ['body', 'bodies'],
  ['survey', 'surveys'],
  ['process', 'processes'],
  ['box', 'boxes'],
])('%s, %s', (one, many) => {
  expect(plural(one)).toBe(many)
  expect(singular(many)).toBe(one)
})

test('a name that is no plural is its own singular', () => expect(singular('oversight')).toBe('oversight'))

test('names in code', () => {
  expect(camelCase('site-visit')).toBe('siteVisit')
  expect(pascalCase('site-visit')).toBe('SiteVisit')
})

test('an import is widened, kept, or made', () => {
  const source = "import { a } from 'x'\na()\n"
  expect(addImport(source, 'x', ['a', 'b'])).toBe("import { a, b } from 'x'\na()\n")
  expect(addImport("import { type A } from 'x'\n", 'x', ['A'])).toBe("import { type A } from 'x'\n")
  expect(addImport(source, 'y', ['c'])).toBe(`import { c } from 'y'\n${source}`)
})

test('an element joins a list of a call, which is made when it is missing', () => {
  expect(addToList("module({ name: 'x', operations: [a] })", 'module', 'operations', 'b')).toContain(
    'operations: [a, b]',
  )
  expect(addToList("module({ name: 'x' })", 'module', 'operations', 'b')).toBe(
    "module({ name: 'x',\n  operations: [b] })",
  )
  expect(() => addToList('f()', 'module', 'operations', 'b')).toThrow()
})
