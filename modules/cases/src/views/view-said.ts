import type { Static } from 'typebox'
import type { Said } from '../contract/case.ts'
import type { CaseRun } from '../engine/case-run.ts'
import type { InstanceKind } from '../store/instances.ts'
import { findText, sameText, wordPackages } from './words.ts'

const fields = {
  service: ['/objection/text'],
  suspension: ['/suspensionAnswer/text'],
  appeal: ['/appeal/reason', '/appeal/asks'],
  correction: ['/correction/text'],
  information: ['/informationRequest/text'],
  return: [],
} as const

/** What the applicant wrote in an appeal, a report of an error, an objection or an answer that was waited for, or an official asked them, in their own words; nothing of what they did not write. */
export function viewSaid(run: CaseRun, kinds: readonly InstanceKind[]): Static<typeof Said>[] {
  const words = wordPackages(run.packages, run.service)
  const { data } = run.row
  return kinds.flatMap(kind => {
    return fields[kind].flatMap(field => {
      const [, part = '', name = ''] = field.split('/')
      const text = (data[part] as Record<string, unknown> | undefined)?.[name]
      if (typeof text !== 'string' || text.trim() === '') return []
      return [{ label: findText(words, `field.${part}.${name}`) ?? sameText(''), text }]
    })
  })
}
