import { expect, it } from 'vitest'
import { readMtom, writeMtom } from './mtom.ts'

it('carries files beside an envelope, byte for byte', () => {
  const bytes = Buffer.from([0, 13, 10, 13, 10, 255, 45, 45])
  const { type, body } = writeMtom('<a>ж</a>', [{ id: 'план 1', type: 'application/pdf', bytes }], 'b-1')
  const read = readMtom(type, body)
  expect(read?.xml).toBe('<a>ж</a>')
  expect(read?.parts.get('план 1')).toEqual({ id: 'план 1', type: 'application/pdf', bytes })
  expect(readMtom(type, body.subarray(0, -10))).toBeNull()
  expect(readMtom('multipart/related', body)).toBeNull()
})

it('is plain SOAP where there are no files', () => {
  const { type, body } = writeMtom('<a/>', [], 'b')
  expect(type).toBe('text/xml; charset=utf-8')
  expect(readMtom(type, body)).toEqual({ xml: '<a/>', parts: new Map() })
})
