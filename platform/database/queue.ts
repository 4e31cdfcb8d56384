/** First come, first served; one at a time. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  run<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting++
    const turn = this.#last.then(work).finally(() => {
      this.#waiting--
    })
    this.#last = turn.then(nothing, nothing)
    return turn
  }
  /** How many have not finished. */
  get length(): number {
    return this.#waiting
  }
}
const nothing = (): void => undefined
