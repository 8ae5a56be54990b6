import { expect, it } from 'vitest'
import { drawSignature } from '../rules/draw-signature.ts'

it('draws what was signed, and takes no dot for a signature', () => {
  expect(drawSignature([[500, 500]])).toBeNull()
  expect(drawSignature([[0, 0, 100, 0, 200, 100]])).toBeNull()
  expect(drawSignature([[0, 0, 900, 900, 5]])).toBeNull()
  const picture = drawSignature([
    [100, 500, 300, 500],
    [400, 200, 600, 800],
  ])
  expect(picture).toContain('<polyline points="300 500 900 500"/><polyline points="1200 200 1800 800"/>')
})
