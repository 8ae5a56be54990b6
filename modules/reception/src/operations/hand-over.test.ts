import { expect, it } from 'vitest'
import { refusedHandOver } from '../rules/refused-hand-over.ts'

it('hands over only to a window at which a colleague sits', () => {
  const colleague = { isThere: true, isManned: true, isOwn: false }
  expect(refusedHandOver(colleague)).toBeNull()
  expect(refusedHandOver({ ...colleague, isThere: false })).toMatchObject({ code: 'reception.window-not-found' })
  expect(refusedHandOver({ ...colleague, isManned: false })).toMatchObject({
    code: 'reception.window-unfit',
    pointer: '/window',
  })
  expect(refusedHandOver({ ...colleague, isOwn: true })).toMatchObject({ code: 'reception.window-unfit' })
})
