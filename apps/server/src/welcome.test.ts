import type { DemoOfficial, DemoPersona } from '@tereze/demo-country'
import { expect, test } from 'vitest'
import { reportCommand, welcome } from './welcome.ts'

const usual = { port: 8080, dataFolder: '.tereze', folder: '/srv/house', mother: 'DM-2345-6789-A' }
const command = 'node examples/maternity-ward/report.mjs'

test('the printed command reaches this node, with the key that this node made', () => {
  expect(reportCommand(usual)).toBe(`${command} --mother DM-2345-6789-A`)
  expect(reportCommand({ ...usual, dataFolder: '/srv/house/.tereze' })).toBe(`${command} --mother DM-2345-6789-A`)
  expect(reportCommand({ ...usual, port: 8095, dataFolder: 'my data' })).toBe(
    `${command} --platform http://localhost:8095 --key '/srv/house/my data/demo/members/maternity-ward-north.maternity-information-system.jwk.json' --mother DM-2345-6789-A`,
  )
})

test('officials are told by the words of their roles and organisations, each role once', () => {
  const name = { family: 'Tau', given: 'Dana' }
  const official = { official: 'official_1', organisation: 'education', unit: null, name, roles: ['case-worker'] }
  const persona = { persona: 'father', identifier: null, name } as unknown as DemoPersona
  const lines = welcome({
    origin: 'http://localhost:8080',
    ...usual,
    story: { personas: [persona], officials: [official, official] as DemoOfficial[] },
    text: key => `<${key}>`,
    nameOf: organisation => `[${organisation}]`,
  })
  expect(lines.filter(line => line.includes('Dana Tau'))).toEqual([
    expect.stringMatching(/no number\s+<identity.demo.persona.father>$/),
    expect.stringMatching(/<identity.demo.role.case-worker>, \[education\]$/),
  ])
  expect(lines).toContain('  Portal      http://localhost:8080/')
})
