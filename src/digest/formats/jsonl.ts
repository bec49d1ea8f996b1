/** One JSON object a line (JSON Lines, NDJSON). */
import { eachLine, firstVisible, trimLine } from '../lines.ts';
import type { Capture, DigestFormat, ParsedDigest, Recognition } from '../model.ts';
import { Collector } from '../records/collector.ts';
import { readJson } from '../records/json-read.ts';
import { listsPapers, wholeFields } from '../records/json-records.ts';
import { jsonMembers, newScanner } from '../records/json-scan.ts';
import { hasTitle } from '../records/paper.ts';
import { isObject, type JsonObject } from '../records/values.ts';

/** No more than this is looked at to recognise a file, in UTF-16 code units. */
const sample = 1_000_000;

/** How many lines are looked at. */
const lookedAt = 5;

/** The object of a line, a comma behind it allowed, or why there is none. */
function objectOf(text: string): JsonObject | string {
  const line = trimLine(text).replace(/,$/, '');
  // Looked at before it is parsed: errors take long, and a file may be nothing but errors.
  if (!line.startsWith('{')) return 'is no object';
  if (!line.endsWith('}')) return 'does not end on its line, it may be cut off';
  const reading = readJson(line);
  if (!reading.ok) return `is not valid JSON (${reading.why})`;
  return isObject(reading.value) ? reading.value : 'is no object';
}

/** What is complete of an object that the file ends in. */
function cutObject(line: string): JsonObject | undefined {
  const scanner = newScanner(line);
  const [object] = jsonMembers(scanner);
  return object?.cut ? wholeFields(line, scanner, object) : undefined;
}

function firstLines(text: string): string[] {
  const head = text.slice(0, sample);
  const lines: string[] = [];
  eachLine(head, (start, end) => {
    if (lines.length >= lookedAt || firstVisible(head, start, end) === end) return;
    const cut = end === head.length && end < text.length;
    if (!cut || lines.length === 0) lines.push(head.slice(start, end));
  });
  return lines;
}

function recognise({ text }: Capture): Recognition {
  const no: Recognition = { confidence: 0, why: 'its lines are no JSON objects' };
  if (!/^[\ufeff\s]{0,1000}\{/.test(text)) return no;
  const lines = firstLines(text);
  const objects = lines.map(objectOf).filter((read) => typeof read !== 'string');
  const titled = objects.filter((record) => hasTitle(record) && !listsPapers(record)).length;
  // A list inside an object may hold a record a line too, but its first line is no object.
  if (titled === 0 || typeof objectOf(lines[0] ?? '') === 'string') return no;
  if (titled < 2 && objects.length * 2 < lines.length) return no;
  return lines.length === 1
    ? { confidence: 0.7, why: 'one line that is a JSON object with a title' }
    : { confidence: 0.98, why: 'a JSON object with a title on every line' };
}

function parse(capture: Capture): ParsedDigest {
  const { file, text } = capture;
  const collector = new Collector(text);
  eachLine(text, (start, end) => {
    const from = firstVisible(text, start, end);
    if (from === end) return;
    const range = { start: from, end };
    const record = objectOf(text.slice(from, end));
    if (typeof record !== 'string') collector.add(record, range);
    else {
      const isCut = end === text.length && text.startsWith('{', from);
      const whole = isCut ? cutObject(text.slice(from, end)) : undefined;
      collector.addCut(file, whole, range, `${record}; mend the line and add the file again`);
    }
  });
  return collector.digest(file, 'it is no record', 'jsonl', recognise(capture).why);
}

/** JSON Lines: records that are cut off or broken do not stop the others. */
export const jsonl: DigestFormat = {
  id: 'jsonl',
  label: 'JSON Lines',
  from: 'Kaggle’s arXiv set, scripts',
  recognise,
  parse,
};
