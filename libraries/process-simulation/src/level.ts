/** A number that changes over time, with its mean and its highest value. */
export class Level {
  private readonly begin: number
  private since: number
  private area = 0
  now = 0
  most = 0

  constructor(begin: number) {
    this.begin = begin
    this.since = begin
  }

  /** Changes the number at an instant. */
  add(by: number, at: number): void {
    this.area += this.now * (at - this.since)
    this.since = at
    this.now += by
    if (this.now > this.most) this.most = this.now
  }

  /** The mean over the time from the beginning to an instant, which is not before the last change. */
  meanUntil(end: number): number {
    if (end <= this.begin) return this.now
    return (this.area + this.now * (end - this.since)) / (end - this.begin)
  }
}
