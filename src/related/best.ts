/** The largest of many scores: a heap whose top is the smallest of those kept. */
export class Best {
  readonly papers: Int32Array;
  readonly scores: Float32Array;
  size = 0;

  constructor(capacity: number) {
    this.papers = new Int32Array(capacity);
    this.scores = new Float32Array(capacity);
  }

  /** Whether the paper at `a` goes before the one at `b`: of equal scores, the first paper is the better. */
  #worse(a: number, b: number): boolean {
    const [one, other] = [this.scores[a] ?? 0, this.scores[b] ?? 0];
    return one < other || (one === other && (this.papers[a] ?? 0) > (this.papers[b] ?? 0));
  }

  #swap(a: number, b: number): void {
    const [paper, score] = [this.papers[a] ?? 0, this.scores[a] ?? 0];
    this.papers[a] = this.papers[b] ?? 0;
    this.scores[a] = this.scores[b] ?? 0;
    this.papers[b] = paper;
    this.scores[b] = score;
  }

  #down(from: number): void {
    let at = from;
    for (;;) {
      let worst = at;
      const left = 2 * at + 1;
      if (left < this.size && this.#worse(left, worst)) worst = left;
      if (left + 1 < this.size && this.#worse(left + 1, worst)) worst = left + 1;
      if (worst === at) return;
      this.#swap(at, worst);
      at = worst;
    }
  }

  add(paper: number, score: number): void {
    if (this.size < this.papers.length) {
      let at = this.size++;
      this.papers[at] = paper;
      this.scores[at] = score;
      for (let up = (at - 1) >> 1; at > 0 && this.#worse(at, up); up = (at - 1) >> 1) {
        this.#swap(at, up);
        at = up;
      }
      return;
    }
    const least = this.scores[0] ?? 0;
    if (score < least || (score === least && paper > (this.papers[0] ?? 0))) return;
    this.papers[0] = paper;
    this.scores[0] = score;
    this.#down(0);
  }

  /** Takes the worst out: it stands behind the others then. */
  pop(): void {
    this.size--;
    this.#swap(0, this.size);
    this.#down(0);
  }
}
