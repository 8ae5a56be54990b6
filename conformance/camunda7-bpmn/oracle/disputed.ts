/** Own models in which the engine does not do what the standard says: they are not compared until it does. */
export const disputed: Readonly<Record<string, { readonly clause: string; readonly reason: string }>> = {
  'call-that-fails.bpmn': {
    clause: '10.4.1 (propagation of triggers) and 10.4.6 (error events)',
    reason:
      'An error of outside work in a called process goes to the boundary event of the call activity when the called process does not catch it; the engine makes it an incident of the called process. An error end event there goes the right way.',
  },
}
