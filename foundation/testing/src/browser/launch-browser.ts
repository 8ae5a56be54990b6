import type { Browser } from 'playwright-core'
import type { BrowserProgram } from './find-browser.ts'

/**
 * Starts a headless Chromium. The sandbox is off because containers and root lack what it needs; the pages are our own. No
 * graphics card is imitated: that cost a fifth of all time, and no page draws in three dimensions.
 * Loaded when first called: tests without a browser do not pay for it.
 */
export async function launchBrowser(program: BrowserProgram): Promise<Browser> {
  const { chromium } = await import('playwright-core')
  return chromium.launch({
    executablePath: program.path,
    headless: true,
    env: { ...(process.env as Record<string, string>), ...program.environment },
    args: ['--no-sandbox', '--disable-gpu'],
  })
}
