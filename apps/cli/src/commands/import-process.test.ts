import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { tereze } from '../said.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))
cpSync(fileURLToPath(new URL('../../../../content/format', import.meta.url)), join(folder, 'format'), {
  recursive: true,
})

const model = (
  more: string,
) => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="urn:t">
  <process id="Leave_Request" name="Leave request" isExecutable="true"><startEvent id="s"/><userTask id="Activity_1" name="Check the request" camunda:candidateGroups="heads" camunda:formRef="check" camunda:asyncBefore="true"/>${more}<endEvent id="e"/>
  <sequenceFlow id="f1" sourceRef="s" targetRef="Activity_1"/><sequenceFlow id="f2" sourceRef="Activity_1" targetRef="e"/></process></definitions>`
const fine = join(folder, 'fine.bpmn')
const code = join(folder, 'code.bpmn')
const form = join(folder, 'check.form')
writeFileSync(fine, model(''))
writeFileSync(code, model('<serviceTask id="pay" camunda:class="org.example.Pay"/>'))
writeFileSync(
  form,
  JSON.stringify({
    id: 'check',
    components: [
      { type: 'radio', id: 'c1', key: 'Is_granted', label: 'Granted?', values: [{ value: 'yes', label: 'Yes' }] },
      { type: 'textarea', id: 'c2', key: 'reason', label: 'Reason', conditional: { hide: '=Is_granted = "yes"' } },
    ],
  }),
)
const run = (...args: string[]) => tereze('process', 'import', ...args)

describe('tereze process import', () => {
  it('says what became of everything, and writes nothing by itself', async () => {
    const { code: exit, out } = await run(fine, '--form', form)
    expect(exit).toBe(0)
    expect(out).toMatch(/^leave-request: \d+ mapped, 1 listed, 0 refused, 0 missing\n/)
    expect(out).toContain('  mapped   Activity_1  @camunda:candidateGroups → tereze:role="heads"\n')
    expect(out).toContain('  listed   Activity_1  @camunda:asyncBefore: Every step is a transaction of its own here.\n')
    expect(out).toContain('  renamed  data  Is_granted → isGranted\n')
    expect(out).toContain('in English only: title, page.check, field.isGranted')
    expect(existsSync(join(folder, 'processes'))).toBe(false)
  })

  it('writes a package that can be checked, once', async () => {
    const out = join(folder, 'processes/leave-request')
    const said = JSON.parse((await run(fine, '--form', form, '--out', out, '--json')).out)
    expect(said.written).toHaveLength(7)
    expect(said.refused).toEqual([])
    // What its fields mean no other product says: that is left to a person, and nothing else.
    const checked = JSON.parse((await tereze('check', out, '--json')).out) as { problems: Record<string, unknown>[] }
    expect(checked.problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'package.concept-missing /properties/isGranted',
      'package.concept-missing /properties/reason',
    ])
    expect(checked).toMatchObject({ packages: 1, hints: [] })
    const again = await run(fine, '--form', form, '--out', out)
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('would be overwritten') })
    writeFileSync(join(out, 'process.bpmn'), '')
    expect((await run(fine, '--form', form, '--out', out, '--force')).code).toBe(0)
    expect(readFileSync(join(out, 'process.bpmn'), 'utf8')).toContain('tereze:form="check"')
  })

  it('fails when something cannot run as it stands, and says what', async () => {
    const { code: exit, out } = await run(code, '--form', form)
    expect(exit).toBe(1)
    expect(out).toContain('  refused  pay  @camunda:class: code-implementation.')
    expect(out).toContain('  missing  pay  step (org.example.Pay)')
  })

  it('says what is wrong with what it was given', async () => {
    expect(await run(form)).toMatchObject({ code: 1, out: expect.stringContaining('not-xml') })
    expect(await run(fine, '--form', join(folder, 'none.form'))).toMatchObject({ code: 2 })
    expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('FILE is missing') })
  })
})
