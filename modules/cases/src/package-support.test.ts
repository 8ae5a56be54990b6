import { createPackageSet, openPackage } from '@tereze/catalogue'
import type { Package, PackageKind } from '@tereze/catalogue/contract'
import { describe, expect, test } from 'vitest'
import { casePackages, checkProcess } from './package-support.ts'

const definitions = (inside: string) =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tereze="urn:tereze:bpmn:1" id="d" targetNamespace="urn:x">
  <bpmn:message id="m" name="m"/><bpmn:message id="c" name="=name"/><bpmn:process id="p" isExecutable="true">${inside}</bpmn:process></bpmn:definitions>`

const packageOf = (kind: PackageKind, id: string, files: Record<string, string>): Package =>
  openPackage({ kind, id, version: '1.0.0', hash: id, folder: id, files })

async function processProblems(inside: string): Promise<string[]> {
  return (await checkProcess(packageOf('process', 'p', { 'process.bpmn': definitions(inside) }))).map(
    ({ pointer, code, params }) => `${pointer} ${code} ${Object.values(params).join()}`,
  )
}

/** What is wrong with a process of one activity `x`. */
const problems = (inside: string) =>
  processProblems(
    `<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="s-x" sourceRef="s" targetRef="x"/>${inside}<bpmn:sequenceFlow id="x-e" sourceRef="x" targetRef="e"/><bpmn:endEvent id="e"/>`,
  )

test('what cases carry out is published', async () => {
  expect(await problems('<bpmn:userTask id="x" tereze:role="case-worker"/>')).toEqual([])
  expect(await problems('<bpmn:serviceTask id="x" tereze:step="notify"/>')).toEqual([])
})

test('a call bound to a deployment, a choice for nobody, a step that there is not and a task for nobody are told with their element', async () => {
  expect(await problems('<bpmn:callActivity id="x" calledElement="other"/>')).toEqual([])
  expect(
    await problems('<bpmn:callActivity id="x" calledElement="other" tereze:calledElementBinding="deployment"/>'),
  ).toEqual(['/x package.process-unsupported children'])
  expect(await problems('<bpmn:receiveTask id="x" messageRef="m"/>')).toEqual([])
  expect(await problems('<bpmn:sendTask id="x" messageRef="m"/>')).toEqual([])
  const adHoc = (attributes: string) =>
    `<bpmn:adHocSubProcess id="x" ${attributes}><bpmn:userTask id="y" tereze:role="case-worker"/></bpmn:adHocSubProcess>`
  expect(await problems(adHoc('tereze:role="case-worker"'))).toEqual([])
  expect(await problems(adHoc(''))).toEqual(['/x package.task-without-role '])
  expect(await problems(adHoc('tereze:role="case-worker" tereze:form="f"'))).toEqual(['/x package.choice-with-form f'])
  expect(await problems('<bpmn:serviceTask id="x" tereze:step="nonsense"/>')).toEqual([
    '/x package.step-unknown nonsense',
  ])
  expect(await problems('<bpmn:serviceTask id="x" tereze:step="record-act" tereze:ref="suspension"/>')).toEqual([
    '/x package.act-unknown suspension',
  ])
  expect(await problems('<bpmn:userTask id="x"/>')).toEqual(['/x package.task-without-role '])
  for (const node of ['x', 's', 'nowhere'])
    expect(await problems(`<bpmn:userTask id="x" tereze:role="head" tereze:otherThan="${node}"/>`)).toEqual([
      `/x package.other-than-unknown ${node}`,
    ])
})

describe('an event that begins cases', () => {
  const begun = (attributes: string, event: string) =>
    processProblems(
      `<bpmn:startEvent id="s" ${attributes}>${event}</bpmn:startEvent><bpmn:endEvent id="e"/><bpmn:sequenceFlow id="s-e" sourceRef="s" targetRef="e"/>`,
    )
  const message = '<bpmn:messageEventDefinition messageRef="m"/>'
  const everyDay = '<bpmn:timerEventDefinition><bpmn:timeCycle>R/P1D</bpmn:timeCycle></bpmn:timerEventDefinition>'

  test('says for whom, by an expression that compiles', async () => {
    expect(await begun('tereze:applicant="=result.person"', message)).toEqual([])
    expect(await begun('', message)).toEqual(['/s package.start-without-applicant message'])
    expect(await begun('tereze:applicant="somebody"', message)).toEqual(['/s package.start-without-applicant message'])
    expect(await begun('tereze:applicant="=result."', message)).toEqual([
      expect.stringMatching(/^\/s package\.start-applicant-wrong feel\./),
    ])
  })

  test('that is a time or a condition says for records of which register', async () => {
    const condition =
      '<bpmn:conditionalEventDefinition><bpmn:condition>=record.open</bpmn:condition></bpmn:conditionalEventDefinition>'
    for (const event of [everyDay, condition]) {
      expect(await begun('tereze:applicant="=result.record.person" tereze:register="people"', event)).toEqual([])
      expect(await begun('tereze:applicant="=result.record.person"', event)).toEqual([
        expect.stringMatching(/^\/s package\.start-without-register (timer|condition)$/),
      ])
    }
  })

  test('has a name that is written out, and a time that can come', async () => {
    expect(await begun('tereze:applicant="=result.person"', '<bpmn:messageEventDefinition messageRef="c"/>')).toEqual([
      '/s package.start-name-computed message',
    ])
    const never = '<bpmn:timerEventDefinition><bpmn:timeDate>=amount</bpmn:timeDate></bpmn:timerEventDefinition>'
    expect(await begun('tereze:applicant="=result.person" tereze:register="people"', never)).toEqual([
      '/s package.start-never-due ',
    ])
  })
})

describe('a service', () => {
  const forRecords = 'tereze:applicant="=result.record.person" tereze:register="benefit-entitlements"'
  const byMessage = `<bpmn:startEvent id="b" tereze:applicant="=result.person"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent>`
  const byTime = `<bpmn:startEvent id="b" ${forRecords}><bpmn:timerEventDefinition><bpmn:timeCycle>R/P1D</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>`
  const service = (
    id: string,
    start: string,
    starts: readonly string[],
    owner = 'social-protection',
    files: Record<string, string> = {},
  ) =>
    packageOf('service', id, {
      ...files,
      'process.bpmn': definitions(
        `${start}<bpmn:endEvent id="e"/><bpmn:sequenceFlow id="b-e" sourceRef="b" targetRef="e"/>`,
      ),
      'service.json': JSON.stringify({
        owner: `org:${owner}`,
        process: 'own',
        appeal: 'own',
        correction: 'gone@1',
        starts,
      }),
    })
  const deciding =
    '<bpmn:startEvent id="b"/><bpmn:businessRuleTask id="x" tereze:step="decide" tereze:decision="eligibility"/><bpmn:sequenceFlow id="b-x" sourceRef="b" targetRef="x"/><bpmn:sequenceFlow id="x-e" sourceRef="x" targetRef="e"/>'
  const register = (owner: string, may: readonly string[] = ['search']) =>
    packageOf('register', 'benefit-entitlements', {
      'register.json': JSON.stringify({ owner, access: [{ who: 'system', may }] }),
    })
  const check = async (own: Package, ...others: Package[]) => {
    const set = createPackageSet()
    for (const pack of [own, ...others]) set.add(pack)
    const support = casePackages.find(({ kind }) => kind === 'service')
    return ((await support?.check(own, set)) ?? []).map(
      ({ pointer, code, params }) => `${pointer} ${code} ${Object.values(params).join()}`,
    )
  }

  test('whose process events alone begin is neither applied for nor offered, nor used for appeals', async () => {
    expect(await check(service('told', byMessage, ['automatic', 'application']))).toEqual([
      '/p package.start-by-hand-missing application',
      '/p package.start-by-hand-missing appeal',
    ])
  })

  test('begins for records of a register of its own owner only', async () => {
    const daily = service('daily', byTime, ['automatic'])
    expect(await check(daily, register('social-protection'))).toEqual(['/p package.start-by-hand-missing appeal'])
    expect(await check(daily, register('health'))).toContain('/b package.start-register-unfit benefit-entitlements')
    expect(await check(daily)).toContain('/b package.start-register-unfit benefit-entitlements')
    expect(await check(daily, register('social-protection', ['see']))).toContain(
      '/b package.start-register-closed benefit-entitlements,search',
    )
  })

  test('does not begin by a message that begins cases of another service of its owner', async () => {
    const own = service('told', byMessage, ['automatic'])
    expect(await check(own, service('told-too', byMessage, ['automatic']))).toContain(
      '/b package.start-message-taken m,told-too',
    )
    expect(await check(own, service('elsewhere', byMessage, ['automatic'], 'health'))).toEqual([
      '/p package.start-by-hand-missing appeal',
    ])
  })

  test('asks sources again only before decisions that it makes, and never for what the person chooses', async () => {
    const renewed = (decision: string, into: string) =>
      check(
        service('renewing', deciding, ['automatic'], 'social-protection', {
          'sources.json': JSON.stringify([
            { id: 'family', into, otherwise: 'wait', again: { before: [decision], otherwise: 'go-on' } },
          ]),
          'forms/apply.form.json': JSON.stringify({
            pages: [
              {
                items: [
                  { field: '/clinic', prefill: 'suggestion' },
                  { field: '/name', prefill: 'locked' },
                ],
              },
            ],
            because: '1',
          }),
        }),
      )
    expect(await renewed('eligibility', '/name')).toEqual([])
    expect(await renewed('acceptance', '/name')).toEqual([
      '/0/again/before/0 package.renewal-decision-unknown acceptance',
    ])
    expect(await renewed('eligibility', '/clinic')).toContain('/0/again package.renewal-of-choice /clinic')
  })
})
