/** Sets the pieces of a formula one after another: blanks where a reader needs them, none elsewhere. */

/** Signs that stand between two things and are easier to read with blanks around. */
const relation = /^(?:[=<>≤≥≠≈≡≃≅∼∝∈∉∋⊂⊆⊃⊇⊄≪≫≲≳⩽⩾≺≻⪯⪰→←↔↦⇒⇐⇔⟶⟵⟹⟺⟸⊢⊨∣∥∧∨∪∩⊕⊗∘±∓:]|:=|≔)$/u;

/** Binary between two things, a sign before one. */
const sign = /^[+−]$/;

/** Sums and their like. */
const large = /^[∑∏∐∫∮⋃⋂⨁⨂⋁⋀]$/u;

const opens = /[([{⟨⌈⌊|‖∥/√]$/u;

/** A line that grows piece by piece, with blanks where a reader needs them. */
export class Line {
  text = '';
  /** Scripts are set tight. */
  readonly #tight: boolean;
  /** The last piece was a name (`log`) that needs a blank before a letter. */
  #name = false;

  constructor(tight: boolean) {
    this.#tight = tight;
  }

  /** Something that stands for itself: a letter, a number, a group. */
  atom(value: string): void {
    if (value === '') return;
    if (this.#name && /^[\p{L}\p{N}√]/u.test(value)) this.#part();
    this.#name = false;
    // `4,000`: no list.
    if (/^\d{3}(?!\d)/.test(value)) this.text = this.text.replace(/(?<=\d), $/, ',');
    if (/^[)\]}]/.test(value)) this.text = this.text.trimEnd();
    this.text += value;
  }

  /** Something that needs blanks between it and letters: `log`, `1/2`. */
  name(value: string): void {
    if (/[\p{L}\p{N})\]}⁰-₎]$/u.test(this.text)) this.#part();
    this.text += value;
    this.#name = true;
  }

  /** A root: `√K T` is not `√(KT)`, so a blank ends what stands under it. */
  root(value: string): void {
    this.atom(value);
    this.#name = !value.endsWith(')');
  }

  operator(value: string): void {
    const first =
      this.text === '' || opens.test(this.text) || /[=<>≤≥≈∈,;(+−×·→] ?$/u.test(this.text);
    this.#name = false;
    if (large.test(value)) {
      this.name(value);
    } else if (value === ',' || value === ';') {
      this.text = `${this.text.trimEnd()}${value}`;
      this.#blank();
    } else if (relation.test(value) && !this.#tight) {
      const begins = this.text === '';
      this.#blank();
      this.text += value === '∣' ? '|' : value;
      // `>1.3×`: nothing is related yet.
      if (!begins) this.#blank();
    } else if (sign.test(value) && !this.#tight && !first) {
      this.#blank();
      this.text += value;
      this.#blank();
    } else {
      this.text += value;
    }
  }

  blank(): void {
    this.#name = false;
    this.#blank();
  }

  script(value: string): void {
    this.text = this.text.trimEnd() + value;
    // `s^δ ε`: what the script ends with is not what follows.
    if (/[\^_][^{}]$/.test(value)) this.#name = true;
  }

  #blank(): void {
    if (!this.#tight) this.#part();
  }

  #part(): void {
    if (this.text !== '' && !this.text.endsWith(' ')) this.text += ' ';
  }
}
