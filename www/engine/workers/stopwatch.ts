/** Seconds of training, without the pauses. */
export class Stopwatch {
  private since: number | undefined;

  constructor(private before: number) {}

  get seconds() {
    return this.before + (this.since === undefined ? 0 : (performance.now() - this.since) / 1000);
  }

  start() {
    this.since ??= performance.now();
  }

  stop() {
    this.before = this.seconds;
    this.since = undefined;
  }
}
