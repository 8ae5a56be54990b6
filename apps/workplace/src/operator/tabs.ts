/** Parts of the page of those who operate processes, in the order of their keys. */
export const operatorTabs = ['incidents', 'queues', 'versions', 'batches', 'ways'] as const
/** A part of that page. */
export type OperatorTab = (typeof operatorTabs)[number]

/** Whether a part of the address names one. */
export function isOperatorTab(name: string | undefined): name is OperatorTab {
  return operatorTabs.includes(name as OperatorTab)
}
