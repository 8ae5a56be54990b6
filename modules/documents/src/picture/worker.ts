import type { Picture } from '../contract/index.ts'
import { answerOrders } from './answer-orders.ts'
import { createTextDrawing, type LegalTextPages } from './draw-legal-text.ts'
import { createDrawing } from './draw-picture.ts'

/** What is drawn: the picture of a signed result, or a text that is set. */
export type Wanted = { readonly picture: Picture } | { readonly pages: LegalTextPages }

const draw = createDrawing()
/** Begun at the first text: most installations set none. */
let drawText: ((pages: LegalTextPages) => Uint8Array) | null = null
const setting = (pages: LegalTextPages) => {
  drawText ??= createTextDrawing()
  return drawText(pages)
}

answerOrders((wanted: Wanted) => ('pages' in wanted ? setting(wanted.pages) : draw(wanted.picture).pdf()))
