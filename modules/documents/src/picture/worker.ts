import type { Picture } from '../contract/index.ts'
import { answerOrders } from './answer-orders.ts'
import { createDrawing } from './draw-picture.ts'

const draw = createDrawing()
answerOrders((picture: Picture) => draw(picture).pdf())
