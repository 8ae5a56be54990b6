/** When it is time to remind of a clock that runs from one instant to another: so many hours before its end, at the latest half-way. */
export function remindAt(from: string, due: string, hoursBefore: number): string {
  const [begin, end] = [Date.parse(from), Date.parse(due)]
  return new Date(Math.max(end - hoursBefore * 3_600_000, begin + (end - begin) / 2)).toISOString()
}
