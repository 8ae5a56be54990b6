import { expectWorded } from '@tereze/foundation-testing'
import type { Browser, Locator, Page } from 'playwright-core'
import { numberOf, reportBirth } from '../../journeys/maternity-ward.ts'
import { signIn } from '../../journeys/sign-in.ts'

/** Where the story has come to when the pictures are taken. */
export interface Stage {
  /** She has confirmed everything: her situation, a granted case, the check of her certificate. */
  readonly mother: {
    readonly name: string
    readonly situation: string
    readonly benefit: string
    readonly verify: string
  }
  /** She is about to confirm. */
  readonly next: { readonly name: string; readonly confirm: string }
  /** She is asked for the name. */
  readonly asked: { readonly name: string; readonly task: string }
  /** The official with her case. */
  readonly official: { readonly name: string; readonly review: string }
}

interface Platform {
  readonly origin: string
  readonly folder: string
  output(): string
}

const patience = 20_000

/** Looks at the page again and again until something stands on it. */
async function appears(page: Page, what: Locator): Promise<Locator> {
  for (const end = performance.now() + patience; (await what.count()) === 0; await page.reload()) {
    if (performance.now() > end) throw new Error(`${page.url()} never showed ${what}`)
  }
  return what.first()
}

/** Tells the story once, as people live it, so that every page has something to show. */
export async function setStage(platform: Platform, browser: Browser): Promise<Stage> {
  const { origin } = platform
  const enter = async (name: string, at = '/sign-in') => {
    const page = await (await browser.newContext({ locale: 'en' })).newPage()
    await signIn(page, `${origin}${at}`, name)
    return page
  }
  const pathOf = async (link: Locator) => new URL((await link.getAttribute('href')) ?? '', origin).pathname
  const report = (name: string, ward: 'maternity-ward-north' | 'maternity-ward-south') =>
    reportBirth(platform, { mother: numberOf(platform, name), ward })

  /** From the question for the name to the offers. */
  async function nameChild(page: Page, given: string): Promise<string> {
    await page.goto(`${origin}/`)
    await (await appears(page, page.locator('main a[href*="/tasks/"]'))).click()
    await page.locator('input[name="/name/given"]').fill(given)
    await page.locator('button[value=next]').click()
    await page.locator('button[value=send]').click()
    await page.waitForURL(/done=answered/)
    await page.goto(`${origin}/`)
    return pathOf(await appears(page, page.locator('main a[href$="/confirm"]')))
  }

  await report('Вера Родникова', 'maternity-ward-north')
  await report('Әлия Жайлауова', 'maternity-ward-north')
  await report('Дарья Снегирёва', 'maternity-ward-south')

  const mother = await enter('Родникова')
  const offered = await nameChild(mother, 'Ару')
  await mother.goto(`${origin}/documents`)
  const verify = await pathOf(await appears(mother, mother.locator('main a[href^="/verify/"]')))
  await mother.goto(`${origin}${offered}`)
  await mother.locator('input[name=account]').first().check()
  await mother.getByRole('button', { name: 'Confirm', exact: true }).click()
  await mother.waitForURL(/done=confirmed/)
  await mother.goto(`${origin}/cases`)
  const granted = mother.locator('main a[href^="/cases/social-protection/"]', { hasText: 'One-time' })
  const benefit = await pathOf(await appears(mother, granted))
  await mother.goto(`${origin}${benefit}`)
  await appears(mother, mother.locator('.verdict'))

  const next = await enter('Жайлауова')
  const confirm = await nameChild(next, 'Айша')

  const asked = await enter('Снегирёва')
  const task = await pathOf(await appears(asked, asked.locator('main a[href*="/tasks/"]')))

  const official = await enter('Самалова', '/workplace/')
  await official.goto(`${origin}/workplace/inbox/unit`)
  const row = official.getByRole('row').filter({ hasText: 'Родникова' }).getByRole('link')
  await row.first().waitFor({ timeout: patience })
  await row.first().click()
  await official.getByRole('button', { name: 'Take the task' }).click()
  await official.locator('#decision').waitFor()
  await expectWorded(official)
  const { pathname, search } = new URL(official.url())

  for (const page of [mother, next, asked, official]) await page.context().close()
  return {
    mother: { name: 'Родникова', situation: offered.replace(/\/confirm$/, ''), benefit, verify },
    next: { name: 'Жайлауова', confirm },
    asked: { name: 'Снегирёва', task },
    official: { name: 'Самалова', review: `${pathname}${search}` },
  }
}
