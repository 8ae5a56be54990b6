import type { Visitor } from '@tereze/foundation-testing'
import kk from '../apps/portal/messages/kk.json' with { type: 'json' }
import { numberOf, reportBirth } from './maternity-ward.ts'
import type { JourneyPlatform } from './platform.ts'
import { reloadUntil } from './until.ts'

/**
 * A child of the persona whose incomes contradict each other is born and named, and the benefits are applied for, in Kazakh.
 * @param enter signs the mother in.
 * @param given name of the child.
 * @returns address of the case that needs an official.
 */
export async function applyForBenefits(
  platform: JourneyPlatform,
  enter: () => Promise<Visitor>,
  given: string,
): Promise<string> {
  await reportBirth(platform, { mother: numberOf(platform, 'Вера Родникова'), ward: 'maternity-ward-north' })
  const { page, context } = await enter()
  const known = await casesOf(page, platform)
  const task = page.locator('main a[href*="/tasks/"]')
  await page.goto(`${platform.origin}/`)
  await reloadUntil(page, task)
  await task.first().click()
  await page.locator('input[name="/name/given"]').fill(given)
  await page.locator('button[value=next]').click()
  await page.locator('button[value=send]').click()
  await page.goto(`${platform.origin}/`)
  const ready = page.locator('main a[href$="/confirm"]')
  await reloadUntil(page, ready)
  await ready.first().click()
  await page.getByRole('button', { name: kk['confirm.button'], exact: true }).click()
  await page.getByText(kk['situation.confirmed']).waitFor()
  await page.goto(`${platform.origin}/cases`)
  const others = known.map(address => `:not([href="${address}"])`).join('')
  const monthly = page.locator(`main a[href^="/cases/"]${others}`, { hasText: /ай сайынғы/i })
  await reloadUntil(page, monthly)
  const address = await monthly.first().getAttribute('href')
  await context.close()
  return `${platform.origin}${address}`
}

async function casesOf(page: Visitor['page'], platform: JourneyPlatform): Promise<string[]> {
  await page.goto(`${platform.origin}/cases`)
  return page
    .locator('main a[href^="/cases/"]')
    .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
}
