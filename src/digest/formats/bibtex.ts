/** BibTeX and BibLaTeX bibliographies. */
import { bibtexEntries, type BibtexEntry, type BibtexFields } from '../records/bibtex.ts';
import { bibtexNames } from '../names/bibtex.ts';
import { fieldsOfObject } from '../records/candidates.ts';
import { recordFormat } from '../records/record-format.ts';
import { plainName, rolesOf } from '../records/roles.ts';
import { texText } from '../records/tex-text.ts';
import type { JsonObject } from '../records/values.ts';

const entryBegins =
  /^[\ufeff \t]*@\s{0,5}[A-Za-z]{3,40}\s{0,5}[{(]\s{0,20}[^\s,{}()="]{0,200}\s{0,20},/gm;
const titleField = /(?:^|[\s,{])(?:book)?title\s{0,40}=\s{0,40}[{"]/i;

/** What has the form of an entry and is no paper. */
const others: Readonly<Record<string, string>> = {
  string: '@string, which defines abbreviations',
  comment: '@comment, which BibTeX passes over',
  preamble: '@preamble, TeX for whoever prints the bibliography',
};

/** Types of entries that hold settings for others. */
const settings = new Set(['xdata', 'set', 'control', 'bibnote', 'ctrl']);

/** Fields inside a value whose closing brace is missing. */
const eats =
  /,\s{0,100}(?:(?:author|title|journal|booktitle|abstract|url|doi|eprint|publisher|keywords)\s{0,20}=\s{0,20}[{"]|year\s{0,20}=\s{0,20}[{"]?\d{4}\b)/i;

/** Fields that a text was left over from when a brace too many ended its entry. */
const strayField = /^[ \t]*(?:,[ \t]*)?[A-Za-z][\w-]{0,40}[ \t]{0,40}=[ \t]{0,40}[{"\d]/m;

/** The fields as texts; BibSonomy's `description` is what a person says of the paper. */
const prepared = ({ description: _, ...fields }: BibtexFields): JsonObject =>
  Object.fromEntries(
    Object.entries(fields).map(([name, tex]): [string, unknown] => {
      const roles = new Set(rolesOf(plainName(name)).map(({ role }) => role));
      if (roles.has('authors')) return [name, bibtexNames(tex).map((literal) => ({ literal }))];
      // Addresses and identifiers are no TeX but for the escapes that `addressesIn` knows.
      const asIs = roles.size === 0 || roles.has('link') || roles.has('doi') || roles.has('arxiv');
      return [name, asIs ? tex : texText(tex, roles.has('abstract'))];
    }),
  );

const unclosed = 'has a brace that is never closed; mend it and add the file again';

/** An entry with what it inherits from the volume it is in. */
function inherited(fields: BibtexFields, volume: BibtexFields | undefined): BibtexFields {
  if (!volume) return fields;
  const { title, booktitle = title, year } = volume;
  return {
    ...(booktitle !== undefined && { booktitle }),
    ...(year !== undefined && { year }),
    ...fields,
  };
}

const volumeOf = ({ fields }: BibtexEntry): string | undefined => fields['crossref']?.toLowerCase();

/** BibTeX: an entry that cannot be read does not stop the others. */
export const bibtex = recordFormat({
  id: 'bibtex',
  label: 'BibTeX bibliography',
  from: 'reference managers, ACL Anthology, ADS, DBLP, INSPIRE',
  sample: 200_000,
  recognise(head) {
    const count = head.match(entryBegins)?.length ?? 0;
    if (count === 0) return 'no entry such as `@article{key,` begins a line';
    if (!titleField.test(head)) return { confidence: 0.2, why: 'BibTeX entries without titles' };
    // An answer or a README may quote an entry.
    const inside = bibtexEntries(head).reduce((sum, { start, end }) => sum + end - start, 0);
    const share = inside / head.length;
    const why = `${count === 1 ? 'an entry' : 'entries'} such as \`@article{key,\` with titles`;
    return { confidence: share > 0.5 ? 0.97 : share > 0.2 ? 0.6 : 0.2, why };
  },
  collect({ text }, collector) {
    const entries = bibtexEntries(text);
    // The volumes that entries refer to are no papers, but name the place of publication.
    const referred = new Set(entries.flatMap((entry) => volumeOf(entry) ?? []));
    const volumes = new Map(
      entries.flatMap(({ key, fields }) => (referred.has(key) ? [[key, fields]] : [])),
    );
    for (const [at, entry] of entries.entries()) {
      const { type, key, fields, open, end } = entry;
      const isCut = open && end === text.length;
      if (type in others || settings.has(type) || volumes.has(key))
        collector.other(others[type] ?? `@${type}, which other entries refer to`, entry);
      else if ((open && !isCut) || Object.values(fields).some((value) => eats.test(value)))
        collector.fault(unclosed, entry);
      else if (!isCut && Object.keys(fields).length === 0)
        collector.fault('cannot be read: it has no fields; mend it and add the file again', entry);
      else {
        const read = fieldsOfObject(
          prepared(inherited(fields, volumes.get(volumeOf(entry) ?? ''))),
        );
        if (isCut) collector.addCut(fields, entry, unclosed, read);
        else collector.add(fields, entry, read);
      }
      const rest = text.slice(end, entries[at + 1]?.start);
      if (collector.count === 0 || !strayField.test(rest)) continue;
      collector.fault(
        'is the rest of an entry that a brace too many has ended; take it out and add the file again',
        { start: end + rest.search(/\S/), end: end + rest.length },
      );
    }
    return 'it belongs to no entry';
  },
});
