const ownSteps: ReadonlySet<string> = new Set([
  'change-text',
  'ask-agreement',
  'answer-remark',
  'ask-approval',
  'set-force',
  'repeal',
])

/** By which operation a step is taken: as the owner, as a body that says something, or by approving. */
export function operationOf(step: string, isOwner: boolean): 'own' | 'voice' | 'approving' {
  if (step === 'approve') return 'approving'
  if (ownSteps.has(step)) return 'own'
  return step === 'return' && isOwner ? 'own' : 'voice'
}
