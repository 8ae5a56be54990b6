import { expect, it } from 'vitest'
import { withFile } from './use-files.ts'

it('adds a file to those of its field', () => {
  const one = { id: 'file_1', name: 'one.pdf' }
  const two = { id: 'file_2', name: 'two.pdf' }
  const first = withFile({ note: 'x' }, '/information/files', one)
  expect(withFile(first, '/information/files', two)).toEqual({ note: 'x', information: { files: [one, two] } })
})
