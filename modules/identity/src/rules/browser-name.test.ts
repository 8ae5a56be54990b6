import { expect, test } from 'vitest'
import { browserName } from './browser-name.ts'

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'
const apple = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)'
const windows = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit}`

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
  [`${phone} ${apple} FxiOS/140.0 Mobile/15E148 Safari/605.1.15`, 'Firefox, iPhone'],
  [`Mozilla/5.0 (Linux; Android 15) ${webkit} Chrome/140.0.0.0 Mobile Safari/537.36`, 'Chrome, Android'],
  [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webkit} Chrome/140.0.0.0 Safari/537.36`, 'Chrome, ChromeOS'],
  [`Mozilla/5.0 (X11; Linux x86_64) ${webkit} HeadlessChrome/140.0.0.0 Safari/537.36`, 'Chrome, Linux'],
  [`${phone} ${apple} CriOS/140.0 Mobile/15E148 Safari/604.1`, 'Chrome, iPhone'],
  [`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chromium/140.0 Safari/537.36`, 'Chromium, Linux'],
  [`${phone} ${apple} Version/19.0 Mobile/15E148 Safari/604.1`, 'Safari, iPhone'],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${apple} Version/19.0 Safari/605.1.15`, 'Safari, macOS'],
  [`Mozilla/5.0 (iPad; CPU OS 19_0 like Mac OS X) ${apple} Version/19.0 Mobile/15E148 Safari/604.1`, 'Safari, iPad'],
  [`Mozilla/5.0 (Macintosh) ${webkit} Chrome/140.0 Safari/537.36 Edg/140.0`, 'Edge, macOS'],
  [`${windows} Chrome/140.0.0.0 YaBrowser/25.8.0.0 Safari/537.36`, 'Yandex, Windows'],
  [`${windows} Chrome/140.0.0.0 Safari/537.36 OPR/120.0.0.0`, 'Opera, Windows'],
  [`${windows} Chrome/140.0.0.0 Safari/537.36 Vivaldi/7.5`, 'Vivaldi, Windows'],
  [
    `Mozilla/5.0 (Linux; Android 15) ${webkit} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
    'Samsung Internet, Android',
  ],
  [
    `Mozilla/5.0 (Linux; Android 12; HarmonyOS) ${webkit} Chrome/114.0 HuaweiBrowser/15.0 Mobile Safari/537.36`,
    'Huawei Browser, HarmonyOS',
  ],
  // A web view inside another program, and what only says that it is like Safari: the system is all that is sure.
  [`${phone} ${apple} Mobile/15E148`, 'iPhone'],
  [`Mozilla/5.0 (X11; Linux x86_64) ${apple} Safari/605.1.15`, 'Linux'],
  ['curl/8.0', null],
  ['', null],
  [undefined, null],
])('%s', (agent, name) => {
  expect(browserName(agent)).toBe(name)
})
