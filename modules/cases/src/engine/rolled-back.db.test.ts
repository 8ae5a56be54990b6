import { official } from '@tereze/foundation-testing'
import { appointOfficial } from '@tereze/identity/contract'
import {
  beginDraft,
  certifyTesting,
  getDraft,
  publishPackage,
  requestPublication,
  reviewPublication,
  rollBackPackage,
  saveFiles,
  tellStories,
} from '@tereze/studio/contract'
import { expect, it } from 'vitest'
import {
  application,
  benefitPlatform,
  conflicting,
  head,
  organisation,
  type Place,
  service,
  worker,
} from '../benefit-platform.fixture.ts'
import { claimTask, completeTask } from '../contract/index.ts'
import { findCase } from '../store/cases.ts'

const cases = await benefitPlatform(conflicting)
const { must, database, platform } = cases

async function appoint(role: string) {
  const id = platform.runner.jobContext('test').ids.newId('official')
  const name = { family: 'Эталонова', given: role }
  await must(appointOfficial, { official: id, organisation, unit: null, name, roles: [role] }, head)
  return official({ id, organisation, unit: null, roles: [role] })
}

const versionOf = async (place: Place) => (await findCase(database, organisation, place.case))?.serviceVersion

/** An official decides what a case is about. */
async function decide(place: Place, decision: { outcome: 'granted' } | { outcome: 'refused'; grounds: string[] }) {
  const task = { ...place, task: await cases.task(place, 'review') }
  await must(claimTask, task, worker)
  await must(completeTask, { ...task, ...decision, reason: 'The papers say so' }, worker)
  await cases.settle()
}

it('a version is rolled back while cases run on both: each goes on to its end in its own, new ones begin with the earlier', async () => {
  const [developer, reviewer, publisher] = [
    await appoint('developer'),
    await appoint('reviewer'),
    await appoint('publisher'),
  ]
  const before = platform.packages.get('service', service).version
  const early = await cases.open(application)

  const from = { begin: 'published' as const, kind: 'service' as const, package: service }
  const { draft } = await must(beginDraft, { organisation, from }, developer)
  const { files } = await must(getDraft, { organisation, draft }, developer)
  const [notice] = files.filter(({ path }) => path.startsWith('notices/'))
  const changed = { path: notice?.path ?? '', text: `${notice?.text}\nMore.\n`, revision: 1 }
  const { revision } = await must(saveFiles, { organisation, draft, files: [changed] }, developer)
  await must(tellStories, { organisation, draft }, developer)
  await cases.settle()
  const said = { passed: true, tried: 'Asked for the benefit', found: 'All got it', testers: 3 }
  await must(certifyTesting, { organisation, draft, revision, ...said }, reviewer)
  const wanted = { organisation, draft, revision, version: '9.0.0', name: 'More words' }
  const { publication } = await must(requestPublication, wanted, developer)
  await must(reviewPublication, { organisation, publication, approve: true }, reviewer)
  await must(publishPackage, { organisation, publication }, publisher)
  await cases.settle()
  const late = await cases.open(application)

  const reason = 'Notices say too much'
  const back = { organisation, kind: 'service' as const, package: service, from: '9.0.0', reason }
  expect(await must(rollBackPackage, back, publisher)).toMatchObject({ to: before })
  await cases.settle()
  const after = await cases.open(application)
  expect(await Promise.all([early, late, after].map(versionOf))).toEqual([before, '9.0.0', before])

  await decide(late, { outcome: 'granted' })
  expect(await cases.card(late)).toMatchObject({ status: 'delivered', outcome: 'granted' })
  await decide(early, { outcome: 'refused', grounds: ['income-too-high'] })
  cases.clock.advance({ days: 6 })
  await cases.settle()
  expect(await cases.card(early)).toMatchObject({ status: 'delivered', outcome: 'refused' })
  expect(await Promise.all([early, late, after].map(versionOf))).toEqual([before, '9.0.0', before])
})
