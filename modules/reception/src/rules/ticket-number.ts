/** A ticket as it is printed and called: `A-012`. */
export function ticketNumber(letter: string, number: number): string {
  return `${letter}-${String(number).padStart(3, '0')}`
}
