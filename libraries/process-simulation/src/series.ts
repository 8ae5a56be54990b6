/** What stood at one instant. */
export interface Point {
  readonly at: string
  readonly inSystem: number
  readonly queues: Readonly<Record<string, number>>
}

const mostPoints = 200

/** Looks at regular instants; when there are too many, every second one is kept and the interval doubles. */
export class Series {
  private points: Point[] = []
  private every: number
  private next: number
  private readonly begin: number
  private readonly look: () => Omit<Point, 'at'>

  constructor(begin: number, every: number, look: () => Omit<Point, 'at'>) {
    this.begin = begin
    this.every = every
    this.next = begin
    this.look = look
  }

  /** Notes all points before an instant; nothing has changed since the last call. */
  upTo(at: number): void {
    for (; this.next < at; this.next += this.every) {
      this.points.push({ at: new Date(this.next).toISOString(), ...this.look() })
      if (this.points.length < mostPoints) continue
      this.points = this.points.filter((_, index) => index % 2 === 0)
      this.every *= 2
      this.next = this.begin + (this.points.length - 1) * this.every
    }
  }

  /** The points, and the seconds between them. */
  all(): { readonly everySeconds: number; readonly points: readonly Point[] } {
    return { everySeconds: this.every / 1000, points: this.points }
  }
}
