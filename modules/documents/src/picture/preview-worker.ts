import type { PreviewOrder, ShownPages } from '../contract/index.ts'
import { previewPicture } from '../rules/preview-picture.ts'
import { answerOrders } from './answer-orders.ts'
import { createDrawing } from './draw-picture.ts'

/** Most characters of what is set, as JSON in all languages: ten times a long document. Setting is native code, which cannot be ended. */
const largest = 300_000

const draw = createDrawing()
answerOrders((order: PreviewOrder): ShownPages => {
  const made = previewPicture(order)
  if ('fault' in made) return made
  if (JSON.stringify(made.picture).length > largest) throw new Error('the page is too large')
  const pages = draw(made.picture)
  return { pdf: pages.pdf(), svg: pages.svg() }
})
