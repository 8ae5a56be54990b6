/** The last characters of a number, the rest hidden: enough to tell it apart, too little to use it. */
export function endOf(number: string, shown: number): string {
  return `…${number.slice(-shown)}`
}
