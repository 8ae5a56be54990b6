export { checkFields, type FieldFault, type FieldProblem, type Meant, meantBy } from './check-fields.ts'
export { type Concept, type ConceptType, conceptIdOf } from './concept.ts'
export { type Field, type FieldType, fieldsOf } from './fields-of.ts'
export {
  type LineageEdge,
  type LineageGraph,
  type LineageNode,
  type LineageStage,
  lineageAround,
  lineageStages,
} from './lineage.ts'
