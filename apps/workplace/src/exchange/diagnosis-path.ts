/** Where it is looked at why a service does not answer. */
export function diagnosisPath({ contract, purpose }: { contract: string; purpose: string }): string {
  return `/exchange/why?${new URLSearchParams({ contract, purpose })}`
}
