export { readDataFile } from './read-data-file.ts'
export { flatten } from './read-json.ts'
export {
  type ReadValue,
  readDate,
  readNumber,
  readValue,
  type ValueFault,
  type ValueKind,
  type Writing,
} from './read-value.ts'
export {
  CellFault,
  type CellFaultCode,
  type DataFormat,
  type DataRow,
  type DataTable,
  type FileFault,
  type ReadLimits,
  type RowFault,
  type Unreadable,
  usualLimits,
} from './table.ts'
export { cellText, harmless, writeCsv } from './write-csv.ts'
export { streamDataFile, writeDataFile } from './write-data-file.ts'
export type { Portions, WrittenColumn } from './written-column.ts'
