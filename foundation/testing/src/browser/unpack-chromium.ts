/** Unpacks the packaged Chromium into TMPDIR, the only place it knows; run in a process of its own by `findBrowser`. */
import chromium from '@sparticuz/chromium'

await chromium.executablePath()
