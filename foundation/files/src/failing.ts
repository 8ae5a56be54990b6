import type { Files } from './port.ts'

/** What a broken disk throws. */
export class FilesUnavailable extends Error {
  constructor() {
    super('files are unavailable')
    this.name = 'FilesUnavailable'
  }
}

/** Files whose disk is broken: every call throws FilesUnavailable. */
export function failingFiles(): Files {
  const fail = () => Promise.reject(new FilesUnavailable())
  return { write: fail, find: fail, open: fail, has: fail, remove: fail }
}
