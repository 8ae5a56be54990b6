export {
  type Catalogue,
  type Catalogues,
  createMessages,
  findMessageProblems,
  type MessageParams,
  type Messages,
} from './messages.ts'
