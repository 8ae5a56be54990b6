import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { rollBackPackage } from '../contract/index.ts'
import { rollbacksPlatform } from '../rollbacks.fixture.ts'

const { platform, of, reason, first, release, rollBack, versions, ...studio } = await rollbacksPlatform()
const { sara, reviewer, changed, ask, begin, look, review, publish, set, sources } = studio

it('lets new things begin with the earlier version again; what was rolled back is mended and published above it', async () => {
  expect(await rollBack(first)).toMatchObject({ code: 'studio.rollback-pointless' })
  await release('9.0.0')
  expect(await rollBack('9.0.0', undefined, sara)).toMatchObject({ code: 'operations.permission-missing' })
  expect(await rollBack(first)).toMatchObject({ code: 'studio.version-moved', params: { used: '9.0.0' } })
  expect(await rollBack('9.0.0', '8.0.0')).toMatchObject({ code: 'studio.version-not-found' })
  expect(await rollBack('9.0.0')).toMatchObject({ to: first })
  expect(await rollBack('9.0.0')).toMatchObject({ code: 'studio.rollback-open' })
  await platform.settle()
  expect(set.get('service', of.package).version).toBe(first)
  expect(set.get('service', of.package, '9.0.0').version).toBe('9.0.0')

  const { texts } = await look(await begin())
  expect(texts['service.json']).toContain(`"${first}"`)
  const draft = await changed()
  expect(await ask(draft, 2)).toMatchObject({ code: 'studio.version-not-higher', params: { published: '9.0.0' } })
  const next = await ask(draft, 2, { version: '9.0.1' })
  if (isRefused(next)) throw new Error(next.code)
  await review(next.publication, true)
  await publish(next.publication)
  await platform.settle()
  expect(set.get('service', of.package).version).toBe('9.0.1')
  expect(await rollBack('9.0.1', '9.0.0')).toMatchObject({ to: '9.0.0' })
  await platform.settle()
  expect((await versions()).versions.map(({ use }) => use)).toEqual(['withdrawn', 'in-use', 'earlier'])
})

it('of a register is refused where records have another shape by now', async () => {
  const births = sources.find(({ kind, id }) => kind === 'register' && id === 'births')
  if (births === undefined) throw new Error('no register')
  const schema = { ...JSON.parse(births.files['data.schema.json'] ?? ''), title: 'Other' }
  await release('7.0.0', births, { ...births.files, 'data.schema.json': JSON.stringify(schema) })
  const registrar = { ...reviewer, organisation: 'civil-registry' }
  const wanted = { organisation: 'civil-registry', kind: 'register' as const, package: 'births', from: '7.0.0', reason }
  expect(await platform.run(rollBackPackage, wanted, registrar)).toMatchObject({
    code: 'studio.rollback-impossible',
    also: [{ code: 'studio.records-would-not-fit', params: { path: 'data.schema.json' } }],
  })
})
