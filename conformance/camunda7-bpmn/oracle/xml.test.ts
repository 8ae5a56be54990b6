import { expect, test } from 'vitest'
import { childOf, readXml } from './xml.ts'

test('names lose their prefix, texts their references and the space around', () => {
  const root = readXml(
    `<?xml version="1.0"?><!-- <no/> --><b:a xmlns:b="u" id=" x " t='1 &lt; 2'><c> a &amp;&#x41;&#66; <![CDATA[<d>]]> </c><e/></b:a>`,
  )
  expect(root).toMatchObject({ name: 'a', prefix: 'b', attributes: { id: 'x', t: '1 < 2' } })
  expect(childOf(root, 'c')?.text).toBe('a &AB <d>')
  expect(root.children.map(child => child.name)).toEqual(['c', 'e'])
})

test('what is not closed is not read', () => {
  expect(() => readXml('<a><b></a>')).toThrow()
  expect(() => readXml('<a><b></b>')).toThrow()
})
