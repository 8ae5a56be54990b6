import { expectAccessible, expectWorded, testBrowser, type Visit, type Visitor } from '@tereze/foundation-testing'
import { languages } from '@tereze/operation'
import { describe, expect, test } from 'vitest'
import { sharedPlatform } from './platform.ts'
import { signIn } from './sign-in.ts'

const server = await sharedPlatform()
const browser = await testBrowser()

const longestWalk = 60
/** Pages that the stranger found. Pages of who is signed in are seen in these languages in all their states elsewhere (`apps/portal/preview`). */
const open: string[] = []
/** The languages with the longer words, which have the least room on a phone; the walk itself is in English, on a desktop. */
const longer = ['ru', 'kk'] as const

async function visitAs(who: 'stranger' | 'mother' | 'official', visit: Visit): Promise<Visitor> {
  const visitor = await browser.visit(visit)
  if (who === 'mother') await signIn(visitor.page, `${server.origin}/sign-in`, 'Жайлауова')
  if (who === 'official') await signIn(visitor.page, `${server.origin}/workplace/`, 'Самалова')
  return visitor
}

/** What holds of every page. */
async function look({ page, problems }: Visitor, path: string): Promise<void> {
  const reply = await page.goto(`${server.origin}${path}`)
  expect(reply?.status(), path).toBe(200)
  await page.locator('h1').first().waitFor()
  await expectWorded(page)
  expect(await page.title(), `${path} has no title`).not.toBe('')
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    `${path} is wider than the screen`,
  ).toBeLessThanOrEqual(0)
  expect(problems, path).toEqual([])
}

async function linksOf({ page }: Visitor): Promise<string[]> {
  const hrefs = await page.locator('a[href]').evaluateAll(links => links.map(link => (link as HTMLAnchorElement).href))
  return hrefs
    .filter(href => href.startsWith(`${server.origin}/`))
    .map(href => new URL(href).pathname)
    .filter(path => !/^\/(sign-in|sign-out|oidc|workplace|assets)(\/|$)|\.[\w-]+$/.test(path))
}

describe.each(['stranger', 'mother'] as const)('along its links the portal takes a %s', who => {
  test('to pages that are there, worded and accessible', { timeout: 300_000 }, async () => {
    // The stranger’s browser keeps what answers without a network, and nothing may go wrong by it.
    const visitor = await visitAs(who, { workers: who === 'stranger' })
    const linkedFrom = new Map([['/', 'the address bar']])
    if (who === 'stranger') linkedFrom.set('/sign-in', 'the address bar')
    for (const [path, from] of linkedFrom) {
      await look(visitor, path).catch((error: unknown) => {
        throw new Error(`${path}, linked from ${from}: ${error instanceof Error ? error.message : String(error)}`)
      })
      await expectAccessible(visitor.page)
      for (const link of await linksOf(visitor)) {
        if (!linkedFrom.has(link) && linkedFrom.size < longestWalk) linkedFrom.set(link, path)
      }
    }
    await visitor.context.close()
    expect(linkedFrom.size).toBeGreaterThan(5)
    if (who === 'stranger') open.push(...linkedFrom.keys())
  })
})

test.each(longer)(
  'what is open to everybody in %s on a phone is worded, accessible and no wider than the screen',
  async language => {
    const visitor = await visitAs('stranger', { language, screen: 'phone' })
    expect(open).toContain('/sign-in')
    for (const path of open) await look(visitor, path)
    expect(await visitor.page.locator('html').getAttribute('lang')).toBe(language)
    await expectAccessible(visitor.page)
    await visitor.context.close()
  },
)

test.each(languages)('the workplace in %s is worded and accessible', async language => {
  const visitor = await visitAs('official', { language })
  await look(visitor, '/workplace/')
  await expectAccessible(visitor.page)
  await visitor.context.close()
})

test('without scripts the portal is read and signed in to all the same', async () => {
  const visitor = await visitAs('mother', { scripts: false })
  const reply = await visitor.page.goto(`${server.origin}/me`)
  expect(reply?.status()).toBe(200)
  await expectWorded(visitor.page)
})
