import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, type Plugin } from 'vite'
import { contentSecurityPolicy } from './policy.ts'

/** How a built app is served: one page for every path below `base`, and its files. */
export interface SinglePageApp {
  /** Every path below it that is no file gets `index.html`. */
  readonly base: string
  /** What the build writes; `assets/` has content hashes in its names and never changes. */
  readonly folder: URL
  /** Whether it shows drawings that the platform makes for one look, as `data:` images. */
  readonly showsDrawings?: boolean
}

const policy = (app: SinglePageApp): Plugin => ({
  name: 'policy',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: {
        'http-equiv': 'content-security-policy',
        content: contentSecurityPolicy(app).replace(/; frame-ancestors .*$/, ''),
      },
      injectTo: 'head-prepend',
    },
  ],
})

/** typebox finds out by trying whether it may evaluate code; the policy forbids it and every try is reported, so it is told. */
const noEvaluation: Plugin = {
  name: 'no-evaluation',
  transform(code, id) {
    if (!/typebox\/build\/system\/environment\/evaluate\.mjs$/.test(id)) return null
    if (!code.includes('supported = TryEvaluate()')) throw new Error(`${id} has changed: tell it anew not to evaluate`)
    return code.replace('supported = TryEvaluate()', 'supported = false')
  },
}

/** Builds the single-page app whose `index.html` lies in a folder. */
export async function buildSinglePageApp(root: URL, app: SinglePageApp): Promise<void> {
  await build({
    configFile: false,
    root: fileURLToPath(root),
    base: app.base,
    publicDir: false,
    logLevel: 'warn',
    plugins: [react(), policy(app), noEvaluation],
    build: {
      outDir: fileURLToPath(app.folder),
      emptyOutDir: true,
      target: 'es2022',
      // Inlined files would be `data:` addresses, which the policy forbids.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1300,
    },
  })
}
