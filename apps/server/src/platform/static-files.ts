import { readdir, readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { ProtocolReply } from '@tereze/operation'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** Files of a built application, all in memory: nothing outside the folder can be asked for. */
export interface StaticFiles {
  find(path: string): ProtocolReply | null
}

/** Names with a hash of their content never change. */
const hashed = /[-.][0-9A-Za-z_-]{8}\.[a-z0-9]+$/

/** Reads all files below a folder. */
export async function readStaticFiles(folder: string): Promise<StaticFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, Buffer>()
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const full = join(entry.parentPath, entry.name)
    files.set(full.slice(folder.length).split(sep).join('/').replace(/^\//, ''), await readFile(full))
  }
  return {
    find(path) {
      const body = files.get(path)
      if (body === undefined) return null
      return {
        status: 200,
        headers: {
          'content-type': types[extname(path)] ?? 'application/octet-stream',
          'cache-control': hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
          // The worker of the portal answers for its pages, which stand above it (Service Workers, 6.2).
          ...(path === 'service-worker.js' ? { 'service-worker-allowed': '/' } : {}),
        },
        body,
      }
    },
  }
}
