import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expectationsFile, expectFolder, writeExpectations } from './expectations.ts'

// `node conformance/camunda7-bpmn/oracle/write-expectations.ts [DIR]`: writes what the oracle expects of the outside models
// to expectations.json. It drives no engine: what is written is the oracle's word alone.

const data =
  process.argv[2] ?? process.env.CONFORMANCE_DATA ?? join(import.meta.dirname, '../../../../shared/conformance')
const folder = join(resolve(data), 'camunda7-bpmn')
if (!existsSync(folder)) {
  console.error(`no data at ${folder}`)
  process.exit(1)
}
const models = await expectFolder(folder)
writeFileSync(expectationsFile, writeExpectations(models))
console.log(`${models.length} models, ${models.reduce((sum, { runs }) => sum + runs.length, 0)} runs`)
