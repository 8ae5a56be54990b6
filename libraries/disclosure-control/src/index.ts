export { type Bounds, boundsIn, type Reading } from './bounds.ts'
export { type Cell, placeOf, type Sum, sumsOf } from './cell.ts'
export { type Earlier, type Protection, protectTable } from './protect-table.ts'
export { isDominated, isUnsafe, type Rule } from './unsafe.ts'
