const pattern = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/** Milliseconds of an ISO 8601 duration of days, hours, minutes and seconds; zero for any other text. */
export function millisecondsOf(duration: string): number {
  const [days = 0, hours = 0, minutes = 0, seconds = 0] =
    pattern
      .exec(duration)
      ?.slice(1)
      .map(part => Number(part ?? 0)) ?? []
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
}
