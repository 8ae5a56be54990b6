export { unzip, type ZipFault, ZipUnreadable } from './unzip.ts'
