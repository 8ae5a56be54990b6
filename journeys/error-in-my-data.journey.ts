import { testBrowser } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import en from '../apps/portal/messages/en.json' with { type: 'json' }
import kk from '../apps/portal/messages/kk.json' with { type: 'json' }
import ru from '../apps/portal/messages/ru.json' with { type: 'json' }
import { inspect } from './inspect.ts'
import { sharedPlatform } from './platform.ts'
import { signIn } from './sign-in.ts'

const platform = await sharedPlatform()
const browser = await testBrowser()

test.each([
  ['en', en, 'desktop', '/name', 'given', true],
  ['ru', ru, 'phone', '/born', null, false],
  ['kk', kk, 'phone', '/sex', null, true],
] as const)(
  'in %s a person finds a line, says what is wrong, and sees it beside the line',
  {
    timeout: 120_000,
  },
  async (language, texts, screen, pointer, part, scripts) => {
    const visitor = await browser.visit({ language, screen, scripts })
    const { page } = visitor
    await signIn(page, `${platform.origin}/sign-in`, 'Родникова')
    await page.goto(`${platform.origin}/me`)
    if (scripts) await inspect(visitor)
    const link = page
      .locator(
        `main a[href*="pointer=${encodeURIComponent(pointer)}&"], main a[href$="pointer=${encodeURIComponent(pointer)}"]`,
      )
      .first()
    const line = (await link.textContent())?.split(': ')[1] ?? ''
    await page.locator('main input[name=words]').fill(line)
    await page.locator('main form.search button').click()
    await page.waitForURL(/words=/)
    await link.click()
    if (scripts) await inspect(visitor)
    await page.locator('main form button[type=submit]').click()
    await page.getByText(texts['wrong.short']).first().waitFor()
    if (scripts) await inspect(visitor)
    const paper = { name: 'birth.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nbirth') }
    await page.locator('input[type=file]').setInputFiles(paper)
    // With the script the file is there at once; without it, it comes with the page.
    if (scripts) await page.locator('input[type=hidden][name=files][value*="birth.pdf"]').waitFor({ state: 'attached' })
    if (scripts) await inspect(visitor)
    await page.locator('textarea[name=text]').fill('The document of my birth says otherwise')
    if (part !== null) await page.locator(`input[name="value${pointer}/${part}"]`).fill('Other')
    await page.locator('main form button[type=submit]').click()
    await page.getByText(texts['case.done.corrected']).waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'birth.pdf' }).click()
    expect((await download).suggestedFilename()).toBe('birth.pdf')
    if (scripts) await inspect(visitor)
    await page.goto(`${platform.origin}/me`)
    const said = page.locator('main a[href^="/cases/"]', { hasText: texts['profile.report.open'].split('{')[0] })
    await said.first().waitFor()
    expect(await said.first().getAttribute('href')).toMatch(/^\/cases\/civil-registry\/case_/)
    // The same person asks to be told when the record changes, and not any more.
    const watched = page.getByRole('link', { name: texts['watch.ask'] }).first()
    await watched.click()
    await page.getByRole('button', { name: texts['watch.begin'], exact: true }).click()
    await page.getByText(texts['watch.on']).waitFor()
    if (scripts) await inspect(visitor)
    await page.getByRole('button', { name: texts['watch.end'] }).click()
    await page.getByText(texts['watch.lead']).waitFor()
    await visitor.context.close()
  },
)
