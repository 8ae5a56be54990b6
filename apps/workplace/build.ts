import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const here = new URL('./', import.meta.url)

await build({
  configFile: false,
  root: fileURLToPath(here),
  base: '/workplace/',
  publicDir: false,
  logLevel: 'warn',
  plugins: [react()],
  resolve: {
    alias: {
      // Contracts declare ports with it; the rest of that package runs on the server.
      '@tereze/foundation-operations': fileURLToPath(new URL('../../foundation/operations/src/port.ts', here)),
    },
  },
  build: {
    outDir: fileURLToPath(new URL('dist/', here)),
    emptyOutDir: true,
    target: 'es2022',
    // Inlined files would be `data:` addresses, which the policy forbids.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
  },
})
