import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, type Plugin } from 'vite'
import { workplace } from './src/index.ts'

const here = new URL('./', import.meta.url)

/** The policy stands in the page too, so that it holds behind any server; who may frame the page only a header can say. */
const policy: Plugin = {
  name: 'policy',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: {
        'http-equiv': 'content-security-policy',
        content: workplace.contentSecurityPolicy.replace(/; frame-ancestors .*$/, ''),
      },
      injectTo: 'head-prepend',
    },
  ],
}

/** typebox finds out by trying whether it may evaluate code; the policy forbids it and every try is reported, so it is told. */
const noEvaluation: Plugin = {
  name: 'no-evaluation',
  transform(code, id) {
    if (!/typebox\/build\/system\/environment\/evaluate\.mjs$/.test(id)) return null
    if (!code.includes('supported = TryEvaluate()')) throw new Error(`${id} has changed: tell it anew not to evaluate`)
    return code.replace('supported = TryEvaluate()', 'supported = false')
  },
}

await build({
  configFile: false,
  root: fileURLToPath(here),
  base: workplace.base,
  publicDir: false,
  logLevel: 'warn',
  plugins: [react(), policy, noEvaluation],
  build: {
    outDir: fileURLToPath(workplace.folder),
    emptyOutDir: true,
    target: 'es2022',
    // Inlined files would be `data:` addresses, which the policy forbids.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
  },
})
