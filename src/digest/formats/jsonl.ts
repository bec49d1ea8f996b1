/** One JSON object a line (JSON Lines, NDJSON). */
import type { Capture, DigestFormat, ParsedDigest, Recognition } from '../model.ts';
import { Collector } from '../records/collector.ts';
import { readJson } from '../records/json-read.ts';
import { hasTitle } from '../records/paper.ts';
import { isObject } from '../records/values.ts';
import { eachLine, firstVisible, trimLine } from '../lines.ts';

/** No more than this is looked at to recognise a file, in UTF-16 code units. */
const sample = 1_000_000;

/** How many lines are looked at. */
const lookedAt = 5;

function recognise({ text }: Capture): Recognition {
  const no: Recognition = { confidence: 0, why: 'its lines are no JSON objects' };
  if (!/^[\ufeff\s]{0,1000}\{/.test(text)) return no;
  let objects = 0;
  let titled = 0;
  let seen = 0;
  const head = text.slice(0, sample);
  eachLine(head, (start, end) => {
    if (seen >= lookedAt || firstVisible(head, start, end) === end) return;
    // The last line of a sample may be cut.
    if (end === head.length && end < text.length && seen > 0) return;
    seen++;
    const reading = readJson(head.slice(start, end));
    if (!reading.ok || !isObject(reading.value)) return;
    objects++;
    if (hasTitle(reading.value)) titled++;
  });
  if (titled === 0 || objects * 2 < seen) return no;
  return seen === 1
    ? { confidence: 0.7, why: 'one line that is a JSON object with a title' }
    : { confidence: 0.98, why: 'a JSON object with a title on every line' };
}

const todo = 'mend the line and add the file again';

function parse(capture: Capture): ParsedDigest {
  const { file, text } = capture;
  const collector = new Collector(text);
  eachLine(text, (start, end) => {
    const from = firstVisible(text, start, end);
    if (from === end) return;
    const line = trimLine(text.slice(from, end)).replace(/,$/, '');
    const range = { start: from, end };
    // Looked at before it is parsed: errors take long, and a file may be nothing but errors.
    if (!line.startsWith('{')) collector.fault(`is no object; ${todo}`, range);
    else if (!line.endsWith('}')) collector.fault(`does not end on its line, it may be cut off; ${todo}`, range);
    else {
      const reading = readJson(line);
      if (reading.ok && isObject(reading.value)) collector.add(reading.value, range);
      else collector.fault(`is not valid JSON${reading.ok ? '' : ` (${reading.why})`}; ${todo}`, range);
    }
  });
  return collector.digest(file, 'it is no record', 'jsonl', recognise(capture).why);
}

/** JSON Lines: records that are cut off or broken do not stop the others. */
export const jsonl: DigestFormat = {
  id: 'jsonl',
  label: 'JSON Lines',
  recognise,
  parse,
};
