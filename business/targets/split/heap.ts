/** A binary heap of numbers, the smallest on top. `add` many, `settle` once; afterwards `push`. */
export class Heap {
  private readonly items: number[] = []

  get size(): number {
    return this.items.length
  }
  /** The smallest; only while `size` is above 0. */
  get top(): number {
    return this.items[0]!
  }
  add(item: number): void {
    this.items.push(item)
  }
  settle(): void {
    for (let i = (this.items.length >> 1) - 1; i >= 0; i--) this.sink(i)
  }
  push(item: number): void {
    const items = this.items
    let i = items.length
    items.push(item)
    while (i > 0) {
      const parent = (i - 1) >> 1
      if (items[parent]! <= item) break
      items[i] = items[parent]!
      i = parent
    }
    items[i] = item
  }
  pop(): void {
    const last = this.items.pop()
    if (last !== undefined && this.items.length > 0) {
      this.items[0] = last
      this.sink(0)
    }
  }

  private sink(start: number): void {
    const items = this.items
    const item = items[start]!
    let i = start
    for (;;) {
      let child = 2 * i + 1
      if (child >= items.length) break
      if (child + 1 < items.length && items[child + 1]! < items[child]!) child++
      if (items[child]! >= item) break
      items[i] = items[child]!
      i = child
    }
    items[i] = item
  }
}
