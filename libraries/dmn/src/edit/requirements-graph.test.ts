import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { addDecision } from './edit-model.ts'
import { requirementsGraph } from './requirements-graph.ts'

const file = new URL('../../../../content/services/health/pharmacy-licence/decisions/eligibility.dmn', import.meta.url)
const xml = readFileSync(file, 'utf8')

it('takes the places of the diagram', () => {
  const graph = requirementsGraph(xml)
  expect(graph?.nodes.find(({ id }) => id === 'refusals')).toMatchObject({
    kind: 'decision',
    x: 320,
    y: 150,
    width: 180,
  })
  expect(graph?.edges).toContainEqual({ from: 'refusals', to: 'eligibility' })
  expect(graph).toMatchObject({ width: 850, height: 346 })
})

it('lays out in rows what has no diagram, or not all of it; what is needed stands below', () => {
  const graph = requirementsGraph(addDecision(xml, 'fee', 'table'))
  const y = (id: string) => graph?.nodes.find(node => node.id === id)?.y ?? 0
  expect(y('eligibility')).toBeLessThan(y('refusals'))
  expect(y('refusals')).toBeLessThan(y('input-area'))
  expect(y('fee')).toBe(y('eligibility'))
  const taken = new Set(graph?.nodes.map(({ x, y: top }) => `${x} ${top}`))
  expect(taken.size).toBe(graph?.nodes.length)
})

it('ends where decisions need one another, and gives nothing for what is no model', () => {
  const circle = xml.replace('<requiredInput href="#input-applicant" />', '<requiredDecision href="#eligibility" />')
  expect(requirementsGraph(circle)?.nodes).toHaveLength(8)
  expect(requirementsGraph('<a/>')).toBeNull()
})
