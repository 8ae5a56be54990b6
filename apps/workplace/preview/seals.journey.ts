import { createHash } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { eachVisit } from '../../../foundation/testing/src/browser/each-visit.ts'
import { expectAccessible } from '../../../foundation/testing/src/browser/expect-accessible.ts'
import { expectWorded } from '../../../foundation/testing/src/browser/expect-worded.ts'
import { testBrowser, type Visit } from '../../../foundation/testing/src/browser/test-browser.ts'
import { startPreview, type Trouble } from './server.ts'

const browser = await testBrowser()

async function open(visit: Visit, who: Trouble = 'integrator') {
  const preview = await startPreview({ now: new Date('2026-03-02T04:00:00.000Z') })
  afterAll(() => preview.close())
  const visitor = await browser.visit(visit)
  await visitor.context.addCookies([{ name: 'preview', value: who, url: preview.origin }])
  await visitor.page.goto(`${preview.origin}/workplace/seals`)
  await visitor.page.getByRole('row').nth(1).waitFor()
  return visitor
}

test('an integrator renews a seal, and revokes it by signing exactly what is shown; who does not sign, or is shown something else, revokes nothing', async () => {
  const { page, problems } = await open({ language: 'en', screen: 'desktop' })
  let shownToProgram = ''
  await page.routeWebSocket('wss://127.0.0.1:13579/', socket => {
    socket.onMessage(message => {
      const { args } = JSON.parse(String(message)) as { args: { data: string } }
      shownToProgram = args.data
      socket.send('{"status":true,"body":{}}')
    })
    socket.send('{"result":{"version":"1.4"}}')
  })
  await page.getByRole('button', { name: 'Renew the seal no. 5ea10001' }).click()
  await page.getByText('The seal has a new certificate').waitFor()
  await page.getByRole('searchbox').fill('5ea10004')
  const own = page.getByRole('region', { name: 'Seals of your organisation' })
  expect(await own.getByRole('row', { name: /5ea1/ }).count()).toBe(1)

  await page.getByRole('searchbox').first().fill('')
  await page.getByRole('button', { name: 'What it signed, seal no. 5ea10002' }).click()
  const uses = page.getByRole('region', { name: 'Signed with the seal no. 5ea10002' })
  await uses.getByText('62 things signed, 75 signatures').waitFor()
  await uses.getByRole('button', { name: 'Show more' }).click()
  await uses.getByText('TRZ-1061').waitFor()
  await uses.getByRole('searchbox').fill('trz-1007')
  await uses.getByRole('row', { name: /TRZ-1007/ }).waitFor()
  // An integrator does not see documents, and is led to none.
  expect(await uses.getByRole('link').count()).toBe(0)
  await uses.getByRole('button', { name: 'Close the list' }).click()
  await page.getByRole('button', { name: 'Revoke the seal no. 5ea10004' }).click()
  const reason = page.getByRole('dialog', { name: 'Revoke the seal?' })
  const signing = page.getByRole('dialog', { name: 'Revocation of an organisation’s seal' })
  await reason.getByRole('textbox').fill('Please swap it')
  await reason.getByRole('button', { name: 'Revoke', exact: true }).click()
  await signing.getByText('What came to be signed is not what you are doing').waitFor()
  expect(await signing.getByRole('button', { name: 'Sign with a passkey' }).count()).toBe(0)
  await signing.getByRole('button', { name: 'Do not sign' }).click()
  await reason.getByText('This has to be signed first').waitFor()

  await reason.getByRole('textbox').fill('The key was copied')
  await reason.getByRole('button', { name: 'Revoke', exact: true }).click()
  await signing.getByText('signatures.revoke-seal').waitFor()
  await signing.getByText('"reason":"The key was copied"').waitFor()
  await signing.getByRole('button', { name: 'Sign with NCALayer' }).click()
  await signing.getByText('The program is not running, or did not sign').waitFor()
  // Exactly the bytes that are shown went to the program, whose owner changed their mind.
  expect(Buffer.from(shownToProgram, 'base64').toString()).toContain('"reason":"The key was copied"')
  await signing.getByRole('button', { name: 'Sign with a passkey' }).click()
  await signing.getByText('The passkey did not confirm').waitFor()
  await expectAccessible(page)
  await page.evaluate(() => {
    const credential = Object.assign(Object.create(PublicKeyCredential.prototype), { toJSON: () => ({ id: 'sample' }) })
    navigator.credentials.get = async () => credential
  })
  await signing.getByRole('button', { name: 'Sign with a passkey' }).click()
  await page.getByText('The seal is revoked.').waitFor()
  await page.getByRole('cell', { name: /revoked.*The key was copied/ }).waitFor()
  expect(problems.filter(problem => !problem.includes('412'))).toEqual([])
})

test('who works for the operator proposes an authority from a file, and confirms one of a colleague by the fingerprint alone', async () => {
  const { page, problems } = await open({ language: 'en', screen: 'desktop' }, 'security-of-operator')
  const added = page.getByRole('region', { name: 'Authorities added from a file' })
  await added.getByText('Propose an authority from a file').click()
  await added.getByLabel(/^Certificate of the authority/).setInputFiles({
    name: 'authority.cer',
    mimeType: 'application/pkix-cert',
    buffer: Buffer.from('sample'),
  })
  await added.getByText('It has expired.').waitFor()
  expect(await added.getByRole('radio', { name: /that has ended/ }).isDisabled()).toBe(true)
  await added.getByLabel('Why it should be trusted').fill('An agreement of both ministries')
  await added.getByRole('button', { name: 'Propose', exact: true }).click()
  await added.getByText('Proposed. Now a colleague').waitFor()
  // Who proposed it is offered to withdraw it, and not to confirm it.
  const own = added.getByRole('row', { name: /Sample authority of a file/ })
  expect(await own.getByRole('button').allTextContents()).toEqual(['Withdraw'])

  await added.getByRole('button', { name: 'Confirm Sample authority of a neighbour' }).click()
  const dialog = page.getByRole('dialog', { name: 'Trust Sample authority of a neighbour?' })
  await dialog.getByRole('textbox').fill('ab'.repeat(32))
  await dialog.getByRole('button', { name: 'Confirm' }).click()
  await dialog.getByText('This is not the fingerprint').waitFor()
  await expectAccessible(page)
  const fingerprint = createHash('sha256').update('1').digest('hex').toUpperCase()
  await dialog.getByRole('textbox').fill(fingerprint.match(/../g)?.join(':') ?? '')
  await dialog.getByRole('button', { name: 'Confirm' }).click()
  const signing = page.getByRole('dialog', { name: 'Trust in an authority' })
  await signing.getByText('signatures.confirm-authority').waitFor()
  expect(problems.filter(problem => !problem.includes('412'))).toEqual([])
})

test.each(eachVisit)('everybody can use the page: %s', async (_, visit) => {
  const { page } = await open(visit, 'security-of-operator')
  await expectAccessible(page)
  await expectWorded(page)
})
