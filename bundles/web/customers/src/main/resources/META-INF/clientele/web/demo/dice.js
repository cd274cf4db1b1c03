/** Chance that begins at a seed: the same numbers everywhere, each time. */
export class Dice {
  /** @param {number} seed */
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** At least 0, below 1: the generator is Mulberry32. */
  unit() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number below another. @param {number} bound */
  below(bound) {
    return Math.floor(this.unit() * bound);
  }

  /** @param {number} probability */
  chance(probability) {
    return this.unit() < probability;
  }

  /** Lists begin with what is common. @template T @param {readonly T[]} list @returns {T} */
  pick(list) {
    const unit = this.unit();
    return list[Math.floor(unit * unit * list.length)];
  }

  /** @param {number} mean */
  exponential(mean) {
    return -mean * Math.log(1 - this.unit());
  }

  /** Many small, few large; at least 1. @param {number} shape @param {number} most */
  pareto(shape, most) {
    return Math.min(most, (1 - this.unit()) ** (-1 / shape));
  }
}
