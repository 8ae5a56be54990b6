import { expect, it } from 'vitest'
import type { Source } from '../definition/service.ts'
import type { CaseRun } from './case-run.ts'
import type { Fetched } from './facts.ts'
import { renewFacts } from './renew-facts.ts'

const source = { id: 'family', at: 'opening', into: '/family', contract: 'registry.family@1' } as unknown as Source
const then = '2026-03-02T09:00:00.000Z'
const at = '2026-03-04T09:00:00.000Z'
const fact = {
  state: 'received',
  value: { children: 1 },
  source: 'registry',
  at: then,
  messageId: 'm1',
  conflict: false,
}

/** A case that knows the family from an answer of two days ago. */
function caseWith(data: Record<string, unknown> = {}): CaseRun {
  const row = { data: { family: fact.value, facts: { family: fact }, ...data } }
  return { row, service: { owner: 'agency' }, context: { now: new Date(at) } } as unknown as CaseRun
}

const found = (value: unknown): Fetched => ({ source, state: 'found', value, from: 'registry', at, message: 'm2' })
const silent = (instead: 'go-on' | 'ask-official'): Fetched => ({
  source,
  state: 'missing',
  fault: 'dead',
  code: 'exchange.provider-unavailable',
  instead,
})

it('puts the new answer in place, with what was said before', () => {
  const run = caseWith()
  expect(renewFacts(run, [found({ children: 2 })])).toEqual([{ source, renewed: 'changed' }])
  expect(run.row.data).toMatchObject({
    family: { children: 2 },
    facts: { family: { value: { children: 2 }, at, messageId: 'm2', before: { value: { children: 1 }, at: then } } },
  })
})

it('only takes the time of an answer that is the same', () => {
  const run = caseWith()
  expect(renewFacts(run, [found({ children: 1 })])).toEqual([{ source, renewed: 'same' }])
  expect(run.row.data.facts).toEqual({ family: { ...fact, at, messageId: 'm2' } })
})

it('leaves to the person what the person made of the answer', () => {
  const run = caseWith({ family: { children: 3 } })
  renewFacts(run, [found({ children: 2 })])
  expect(run.row.data).toMatchObject({ family: { children: 3 }, facts: { family: { value: { children: 2 } } } })
})

it('keeps the older answer where nothing comes and the case goes on; otherwise shows what it was', () => {
  const kept = caseWith()
  expect(renewFacts(kept, [silent('go-on')])).toEqual([])
  expect(kept.row.data).toMatchObject({
    family: { children: 1 },
    facts: { family: { ...fact, fault: 'dead', instead: 'go-on' } },
    missing: { later: ['family'], official: [] },
  })
  const asked = caseWith()
  expect(renewFacts(asked, [silent('ask-official')])).toEqual([])
  expect(asked.row.data).toMatchObject({
    family: null,
    facts: { family: { state: 'missing', value: null, before: { value: { children: 1 }, at: then } } },
    missing: { later: [], official: ['family'] },
  })
})

it('forgets what is not needed any more, and takes what is needed now', () => {
  const run = caseWith()
  renewFacts(run, [{ source, state: 'not-needed' }])
  expect(run.row.data).toMatchObject({ family: null, facts: {} })
  expect(run.row.data.facts).toEqual({})
  expect(renewFacts(run, [found({ children: 1 })])).toEqual([])
  expect(run.row.data).toMatchObject({ family: { children: 1 }, facts: { family: { at } } })
})
