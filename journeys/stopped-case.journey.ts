import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ServerProcess, startServerProcess, testBrowser } from '@tereze/foundation-testing'
import { afterAll, expect, test } from 'vitest'
import { inspect } from './inspect.ts'
import { numberOf, reportBirth } from './maternity-ward.ts'
import { signIn } from './sign-in.ts'
import { reloadUntil } from './until.ts'

const place = mkdtempSync(join(tmpdir(), 'tereze-journey-'))
const [folder, content] = [join(place, 'data'), join(place, 'content')]
const servicePath = join(content, 'services/family/birth-certificate')
let running: ServerProcess | null = null
afterAll(async () => {
  await running?.stop()
  rmSync(place, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}, 60_000)
cpSync(fileURLToPath(new URL('../content', import.meta.url)), content, { recursive: true })
const original = readFileSync(join(servicePath, 'process.bpmn'), 'utf8')

/** Writes the service with a gateway before the question of the name that only a condition opens, as a version. */
function writeVersion(version: string, condition: string): void {
  const bpmn = original
    .replace(
      '<bpmn:sequenceFlow id="case-registered" sourceRef="register" targetRef="notify-choose-name" />',
      `<bpmn:sequenceFlow id="case-registered" sourceRef="register" targetRef="may-ask" />
    <bpmn:exclusiveGateway id="may-ask" name="May the name be asked?">
      <bpmn:incoming>case-registered</bpmn:incoming>
      <bpmn:outgoing>ask-name</bpmn:outgoing>
    </bpmn:exclusiveGateway>
    <bpmn:sequenceFlow id="ask-name" sourceRef="may-ask" targetRef="notify-choose-name">
      <bpmn:conditionExpression>${condition}</bpmn:conditionExpression>
    </bpmn:sequenceFlow>`,
    )
    .replace(
      '<bpmn:incoming>case-registered</bpmn:incoming>\n      <bpmn:outgoing>asked',
      '<bpmn:incoming>ask-name</bpmn:incoming>\n      <bpmn:outgoing>asked',
    )
  expect(bpmn).not.toBe(original)
  writeFileSync(join(servicePath, 'process.bpmn'), bpmn)
  const card = join(servicePath, 'service.json')
  writeFileSync(card, readFileSync(card, 'utf8').replace(/"version": "[0-9.]+"/, `"version": "${version}"`))
}

async function start(): Promise<ServerProcess> {
  running = await startServerProcess({ folder, people: 300, environment: { TEREZE_CONTENT: content } })
  return running
}

test('a wrong version stops a case; an operator takes it to the mended one, and it goes on', {
  timeout: 170_000,
}, async () => {
  const browser = await testBrowser()
  writeVersion('1.0.0', 'false')
  const first = await start()
  await reportBirth({ ...first, folder }, { mother: numberOf(first, 'Вера Родникова'), ward: 'maternity-ward-north' })
  const early = await browser.visit({ language: 'en' })
  await signIn(early.page, `${first.origin}/workplace/`, 'Process operator · Civil')
  await reloadUntil(early.page, early.page.getByText('No way out of the gateway fits'))
  await early.context.close()
  await first.stop()

  // The mended version is published; what runs keeps the wrong one.
  writeVersion('1.0.1', 'true')
  const { origin } = await start()
  const operator = await browser.visit({ language: 'en' })
  const { page } = operator
  await signIn(page, `${origin}/workplace/`, 'Process operator · Civil')
  await page.getByRole('cell', { name: 'May the name be asked?' }).waitFor()
  await inspect(operator)

  // Trying again helps nothing as long as the version is wrong.
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: /^Try again/ }).click()
  await dialog.getByLabel('Why').fill('To see whether it was a passing fault')
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('It stopped again at the same place.').waitFor()

  await page.keyboard.press('3')
  await page.getByRole('link', { name: /^Take to another version/ }).click()
  await page.getByText('1 of 1 cases can go over').waitFor()
  await inspect(operator)
  await page.getByRole('button', { name: 'Take 1 case over' }).click()
  await dialog.getByLabel('Why').fill('The condition of the gateway was wrong')
  await dialog.getByRole('button', { name: 'Take 1 case over' }).click()
  await page.getByText('1 of 1 done').waitFor()
  await page.getByText('Ended', { exact: true }).waitFor()
  await inspect(operator)

  await page.keyboard.press('1')
  await page.getByRole('button', { name: /^Try again/ }).click()
  await dialog.getByLabel('Why').fill('The case is in the mended version now')
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('Nothing has stopped').waitFor()
  await inspect(operator)
  await page.keyboard.press('2')
  await page.getByRole('heading', { name: 'Queues' }).waitFor({ state: 'attached' })
  await expect.poll(() => page.locator('.skeleton').count(), { timeout: 10_000 }).toBe(0)
  await inspect(operator)

  // The mother is asked for the name, and reads that her case went on.
  const mother = await browser.visit({ language: 'ru', screen: 'phone' })
  await signIn(mother.page, `${origin}/sign-in`, 'Родникова')
  await mother.page.goto(`${origin}/`)
  await reloadUntil(mother.page, mother.page.locator('main a[href*="/tasks/"]'))
  await inspect(mother)
})
