import type { ImportState } from '@tereze/registers/contract'

/** How a state of a load looks. */
export const loadTones = {
  reading: 'later',
  read: 'you',
  checking: 'later',
  checked: 'you',
  running: 'later',
  done: 'done',
  failed: 'no',
  cancelled: 'later',
} as const satisfies Readonly<Record<ImportState, string>>
