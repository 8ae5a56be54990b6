/** Why a member's own system gave no answer, in one word. With `security-server` it said why itself, as `X-Road-Error` does. */
export const outsideReasons = [
  'address-forbidden',
  'unreachable',
  'timed-out',
  'cut',
  'too-large',
  'status',
  'fault',
  'unreadable',
  'answer-wrong',
  'hash-wrong',
  'not-configured',
  'view-wrong',
  'question-wrong',
  'signature-wrong',
  'security-server',
  'failed',
] as const

/** Why a member's own system gave no answer. */
export type OutsideReason = (typeof outsideReasons)[number]
