import { packageDesk } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import type { StoryState } from '../contract/index.ts'
import { basisOf, isTemplateDraft, stateOf, storiesOf } from '../rules/stories-of.ts'
import { listResults } from '../store/bench.ts'
import { type CertificateRow, listCertificates } from '../store/certificates.ts'
import type { DraftRow } from '../store/drafts.ts'

/** How far the testing of a draft is. */
export interface Testing {
  /** Whether it is a template, which needs no stories of its own. */
  readonly isTemplate: boolean
  readonly stories: readonly { readonly path: string; readonly state: StoryState }[]
  /** Fingerprint of what is tested: a certificate of another one is of another draft. */
  readonly basis: string
  /** All that were ever given of the draft, the newest first. */
  readonly certificates: readonly CertificateRow[]
}

/** What came of the stories of a draft as its files are now, and who certified its testing. */
export async function testingOf(
  { tx, port }: Pick<Context, 'tx' | 'port'>,
  organisation: string,
  { id, kind }: Pick<DraftRow, 'id' | 'kind'>,
  files: ReadonlyMap<string, string>,
): Promise<Testing> {
  const { hashOf } = port(packageDesk)
  const results = new Map((await listResults(tx, organisation, id)).map(result => [result.path, result]))
  return {
    isTemplate: isTemplateDraft(kind, files),
    stories: storiesOf(kind, files, hashOf).map(story => ({
      path: story.path,
      state: stateOf(story, results.get(story.path)),
    })),
    basis: basisOf(kind, files, hashOf),
    certificates: await listCertificates(tx, organisation, id),
  }
}
