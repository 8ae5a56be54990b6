import { expect, it } from 'vitest'
import { archivistOf, carriedOut, closedCase, drafted } from '../archive.fixture.ts'
import { benefits, casesPlatform, done } from '../cases-platform.fixture.ts'
import { listDestructions } from '../contract/index.ts'

const cases = await casesPlatform()

it('lists acts newest first with who signed and the paper, in pages', async () => {
  await carriedOut(cases, await drafted(cases, [(await closedCase(cases, '2012-06-01')).place]))
  await cases.pass('PT1M')
  const newest = await drafted(cases, [(await closedCase(cases, '2013-06-01')).place])
  const list = async (after?: string) =>
    done(
      await cases.run(
        listDestructions,
        { organisation: benefits, limit: 1, ...(after === undefined ? {} : { after }) },
        cases.head,
      ),
    )
  const first = await list()
  expect(first.items).toMatchObject([{ destruction: newest, state: 'draft', cases: 1, first: null, paper: null }])
  const { items, next } = await list(first.next ?? '')
  expect(next).toBeNull()
  expect(items).toMatchObject([
    { state: 'done', first: { official: archivistOf(cases).id }, second: { official: cases.head.id } },
  ])
  expect(items[0]?.paper?.document).toMatch(/^document_/)
})
