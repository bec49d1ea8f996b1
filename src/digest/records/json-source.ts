import { eachLine, firstVisible, trimLine } from '../lines.ts';
import type { TextRange } from '../model.ts';
import type { Member, RecordSource } from './find-records.ts';
import { pythonAsJson } from './json-python.ts';
import { readJson } from './json-read.ts';
import { jsonMembers, newScanner } from './json-scan.ts';
import type { JsonObject, Reading } from './values.ts';

/** The values of a JSON text. */
export class JsonSource implements RecordSource<Member> {
  readonly text: string;
  readonly #scanner;

  constructor(text: string) {
    this.text = text;
    this.#scanner = newScanner(pythonAsJson(text) ?? text);
  }

  members(container?: TextRange): Iterable<Member> {
    return jsonMembers(this.#scanner, container);
  }

  read({ start, end }: TextRange): Reading {
    const reading = readJson(this.text.slice(start, end));
    return reading.ok ? reading : { ok: false, why: `is not valid JSON (${reading.why})` };
  }

  /** The fields of an object that ends with the file which are whole. A number at the very end may go on. */
  complete(object: Member): JsonObject {
    const fields: Record<string, unknown> = {};
    const length = this.text.trimEnd().length;
    for (const { key, kind, cut, start, end } of this.members(object)) {
      if (key === undefined || cut || (kind === 'scalar' && end >= length)) continue;
      const reading = readJson(this.text.slice(start, end));
      if (reading.ok) fields[key] = reading.value;
    }
    return fields;
  }
}

/** The lines of a text, each of them an object. */
export class JsonLinesSource extends JsonSource {
  override members(container?: TextRange): Iterable<Member> {
    if (container) return super.members(container);
    const lines: Member[] = [];
    eachLine(this.text, (from, end) => {
      const start = firstVisible(this.text, from, end);
      const cut = end === this.text.length && this.#isCut({ start, end });
      if (start < end) lines.push({ kind: 'object', start, end, cut });
    });
    return lines;
  }

  #isCut(line: TextRange): boolean {
    if (!this.text.startsWith('{', line.start) || this.read(line).ok) return false;
    const [object] = new JsonSource(this.text.slice(line.start, line.end)).members();
    return object?.cut ?? false;
  }

  /** A comma behind the object is allowed. */
  override read({ start, end }: TextRange): Reading {
    const line = trimLine(this.text.slice(start, end)).replace(/,$/, '');
    // Looked at before it is parsed: errors take long, and a file may be nothing but errors.
    if (!line.startsWith('{')) return { ok: false, why: 'is no object' };
    if (!line.endsWith('}'))
      return { ok: false, why: 'does not end on its line, it may be cut off' };
    return super.read({ start, end: start + line.length });
  }
}
