/** Own models that are not compared: the engine does not do what the standard says, or the comparison cannot see that it does. */
export const disputed: Readonly<Record<string, { readonly clause: string; readonly reason: string }>> = {
  'call-that-fails.bpmn': {
    clause: '10.4.1 (propagation of triggers) and 10.4.6 (error events)',
    reason:
      'An error of outside work in a called process goes to the boundary event of the call activity when the called process does not catch it; the engine makes it an incident of the called process. An error end event there goes the right way.',
  },
  'complex-no-flow.bpmn': {
    clause: '13.3.5, table 13.5, exception issues',
    reason:
      'The engine keeps the tokens before the gateway as an incident, as it must; the comparison places tokens by the nodes that they entered, and these entered none.',
  },
}
