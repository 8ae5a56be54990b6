import type { Visitor } from '@tereze/foundation-testing'
import { expect } from 'vitest'
import kk from '../apps/portal/messages/kk.json' with { type: 'json' }
import { createWallet } from '../examples/wallet/wallet.mjs'
import { inspect } from './inspect.ts'

/**
 * A mother keeps her certificate in a wallet, an official asks her to show it and reads what was asked for, anybody checks it, she revokes it
 * in the cabinet, and nobody believes it any more. Each of them sits at a browser of their own.
 */
export async function keepInWallet(
  origin: string,
  { mother, official, anybody }: { mother: Visitor; official: Visitor; anybody: Visitor },
): Promise<void> {
  const wallet = await createWallet()
  const { page } = mother
  await page.goto(`${origin}/documents`)
  await page.getByRole('link', { name: kk['wallet.add'] }).first().click()
  await page.getByRole('button', { name: kk['wallet.add.button'] }).click()
  await page.getByRole('heading', { name: kk['wallet.add.number'] }).waitFor()
  await inspect(mother)
  const link = await page.getByRole('link', { name: kk['wallet.add.open'] }).getAttribute('href')
  const number = await page.locator('.reference').innerText()
  const { credentials } = await wallet.takeOffer(link ?? '', number.trim())
  const [credential = ''] = credentials

  const desk = official.page
  await desk.goto(`${origin}/workplace/shown`)
  const question = async () => {
    await desk.getByRole('button', { name: 'Ask', exact: true }).first().click()
    const asked = await desk.getByRole('link', { name: 'Open a wallet on this device' }).getAttribute('href')
    return wallet.readQuestion(asked ?? '')
  }
  const first = await question()
  await inspect(official)
  expect(first.asks).toContainEqual(['child', 'given_name'])
  await wallet.answer(first, credential)
  await desk.getByText('Genuine, it holds, and it is theirs').waitFor()
  await desk.getByText('Ару').waitFor()
  await inspect(official)
  await desk.getByRole('button', { name: 'Ask something else' }).click()

  await anybody.page.goto(`${origin}/verify/credential`)
  await anybody.page.getByLabel('Text of the credential').fill(credential)
  await anybody.page.getByRole('button', { name: 'Check' }).click()
  await anybody.page.getByText('Genuine, and it holds').waitFor()
  await anybody.page.getByText('Ару').waitFor()
  await inspect(anybody)

  await page.goto(`${origin}/documents/wallets`)
  await inspect(mother)
  await page.getByRole('button', { name: kk['wallet.revoke'] }).click()
  await page.getByText(kk['wallet.because.person']).waitFor()
  await expect(wallet.answer(await question(), credential)).rejects.toMatchObject({ status: 400 })
  await desk.getByText('It was revoked').waitFor()
}
