import type { Packages } from '@tereze/catalogue/contract'
import type { Reader } from '@tereze/foundation-database'
import type { Act } from '../contract/case.ts'
import { jurisdictionOf, titleOfAct } from '../definition/jurisdiction.ts'
import type { Service } from '../definition/service.ts'
import type { CaseRow } from '../store/cases.ts'
import { listActs } from '../store/records.ts'
import { groundWords, signatoryWords } from './act-words.ts'

/** The legal acts of a case, the first first, with who signed and on which ground in words. */
export async function viewActs(reader: Reader, packages: Packages, service: Service, row: CaseRow): Promise<Act[]> {
  const acts = await listActs(reader, row.tenant, row.id)
  const jurisdiction = jurisdictionOf(packages, service.jurisdiction)
  return acts.map(({ id, grounds, ...act }) => {
    const title = titleOfAct(jurisdiction, act.kind)
    const groundText = groundWords(packages, service, act.ground ?? act.automaticClause)
    return {
      act: id,
      ...act,
      ...(title === null ? {} : { title }),
      grounds: [...grounds],
      signatoryName: signatoryWords(packages, service, act.signatory),
      ...(groundText === null ? {} : { groundText }),
    }
  })
}
