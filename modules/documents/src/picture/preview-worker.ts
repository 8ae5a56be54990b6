import type { PreviewOrder, ShownPages } from '../contract/index.ts'
import { previewPicture } from '../rules/preview-picture.ts'
import { answerOrders } from './answer-orders.ts'
import { createDrawing } from './draw-picture.ts'

const draw = createDrawing()
answerOrders((order: PreviewOrder): ShownPages => {
  const made = previewPicture(order)
  if ('fault' in made) return made
  const pages = draw(made.picture)
  return { pdf: pages.pdf(), svg: pages.svg() }
})
