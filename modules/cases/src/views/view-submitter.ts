import { representation } from '@tereze/access/contract'
import type { Context } from '@tereze/foundation-operations'
import type { Text } from '@tereze/operation'
import type { CaseRow } from '../store/cases.ts'

/** Who applied in the applicant's place, by name where a register knows them; nothing where they did themselves. */
export async function viewSubmitter(
  context: Pick<Context, 'port'>,
  { submitter: person }: Pick<CaseRow, 'submitter'>,
): Promise<{ submitter?: { person: string; name: Text } }> {
  if (person === null) return {}
  const name = await context.port(representation).titleOf(person)
  return { submitter: { person, name: name ?? { en: person, ru: person, kk: person } } }
}
