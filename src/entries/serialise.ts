import { Document, Scalar, isScalar, isSeq, visit } from 'yaml';
import type { Entry, Frontmatter } from './model.ts';
import { originOf } from './origin.ts';
import { recordedFields } from './records/record.ts';

/** Order of the frontmatter's fields; `origin` follows `digests`. */
const order = [
  'title',
  'incomplete',
  'digests',
  ...recordedFields,
  'upvotes',
  'topics',
  'corrections',
  'aliases',
] as const satisfies readonly (keyof Frontmatter)[];

/** YAML 1.1 readers take these for booleans, dates or numbers where YAML 1.2 sees text. */
const ambiguous = /^(\d[\d_.:,-]*|0[xob].*|y|n|yes|no|on|off|true|false|null|~)$/i;

function frontmatterYaml(data: Omit<Frontmatter, 'origin'>): string {
  const fields = order.flatMap((key) =>
    data[key] === undefined ? [] : [[key, data[key]] as const],
  );
  const document = new Document(Object.fromEntries(fields));
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && ambiguous.test(node.value))
        node.type = Scalar.QUOTE_DOUBLE;
    },
    Pair(_, pair) {
      if (isScalar(pair.key) && pair.key.value === 'lines' && isSeq(pair.value))
        pair.value.flow = true;
      if (isScalar(pair.key) && pair.key.value === 'title' && isScalar(pair.value)) {
        pair.value.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/**
 * The file text of an entry as the loader writes it, with the `origin:` that tells later whether anybody edited it.
 *
 * @param entry the entry; an `origin` it may have is replaced
 */
export function serialiseEntry(entry: Pick<Entry, 'data' | 'body'>): string {
  const yaml = frontmatterYaml(entry.data);
  const body = entry.body === '' ? '' : `${entry.body}\n`;
  const origin = originOf(`---\n${yaml}---\n${body}`);
  const [head, tail] = splitAfterDigests(yaml);
  return `---\n${head}origin: "${origin}"\n${tail}---\n${body}`;
}

/** Splits the YAML behind the `digests` field: before the next field at column 1. */
function splitAfterDigests(yaml: string): [string, string] {
  const digests = yaml.indexOf('\ndigests:') + 1;
  const next = /\n(?=[a-z])/g;
  next.lastIndex = digests;
  const found = next.exec(yaml);
  const at = found ? found.index + 1 : yaml.length;
  return [yaml.slice(0, at), yaml.slice(at)];
}
