import type { Law } from '../law.ts'
import { folderOf } from '../packages.ts'

const data = /\.(json|bpmn|dmn|md|csv|txt|svg|png|ics|xsd)$/

/** content/ holds no code. */
export const law: Law = {
  says: 'Everything under content/ is data in a declared format.',
  why: 'A service must be made, compared, released and rolled back by people who do not program.',
  remedy: 'Express it in the package format; a calculation is a DMN decision, a generator or an upgrade is a library.',
  looksAt: tree => tree.paths.filter(path => path.startsWith('content/')).length,
  check: tree =>
    tree.paths
      .filter(path => folderOf(path).startsWith('content/') && !data.test(path))
      .map(place => ({ place, what: 'is not a data file' })),
  broken: [{ 'content/services/x/decide.ts': '' }, { 'content/services/x/setup.sh': '' }],
  lawful: [{ 'content/services/x/service.json': '{}', 'content/services/x/process.bpmn': '' }],
}
