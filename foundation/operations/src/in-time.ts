/** What comes in time; null when it does not. What comes later is nobody's any more, but its failure is told. */
export async function inTime<T>(
  answer: Promise<T>,
  milliseconds: number,
  report: (error: unknown) => void,
): Promise<T | null> {
  const { promise, resolve } = Promise.withResolvers<null>()
  const timer = setTimeout(resolve, milliseconds, null)
  try {
    return await Promise.race([answer, promise])
  } finally {
    clearTimeout(timer)
    answer.catch(report)
  }
}
