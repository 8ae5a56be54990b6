import type { PersonName } from '@tereze/operation'
import type { InformationRequest } from '../contract/information.ts'
import type { CaseRun } from '../engine/case-run.ts'
import { listRequests } from '../engine/information-asked.ts'
import { fieldLabel } from './field-label.ts'

/** What officials asked the applicant of a case, the newest first. */
export function viewRequests(run: CaseRun, names: ReadonlyMap<string, PersonName>): InformationRequest[] {
  return listRequests(run.row.data).map(({ text, fields, by, at, until, state, answeredAt, answer, files }) => ({
    text,
    fields: fields.map(pointer => ({ pointer, label: fieldLabel(run, pointer) })),
    by: { official: by, name: names.get(by) ?? null },
    at,
    until,
    state,
    answeredAt,
    answer,
    ...(files === undefined ? {} : { files: [...files] }),
  }))
}
