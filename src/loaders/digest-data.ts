import { countKinds } from '../digest/account.ts';
import { statedWithoutYear } from '../digest/date.ts';
import { formatOf } from '../digest/formats/index.ts';
import { licenceIn } from '../digest/licence.ts';
import { digestTitle } from '../digest/title.ts';
import { shownAs } from '../evidence/rows.ts';
import type { ReadDigest } from '../entries/captures.ts';
import type { DigestsReading } from '../entries/files.ts';
import { asJson, type Kind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import type { DigestData } from './collections.ts';

/** What the archive shows of a digest, the account of its lines among it. */
export function digestDataOf({ name, file, part, parsed, text, hash }: ReadDigest): DigestData {
  const stated = statedWithoutYear(parsed, name);
  const shown = parsed.papers.length > 0 ? shownAs({ ...parsed, text }) : undefined;
  const licence = licenceIn(text);
  return {
    date: name.date,
    ...(stated !== undefined && { stated }),
    name: digestTitle(parsed, name),
    banner: [...parsed.banner],
    file,
    ...(part !== undefined && { part }),
    format: formatOf(parsed.format)?.label ?? parsed.format,
    why: parsed.why,
    papers: parsed.papers.length,
    lines: countKinds(parsed.lines),
    hash,
    ...(licence !== undefined && { licence }),
    ...(shown && { shown: { ...shown, starts: [...shown.starts] } }),
  };
}

const kind: Kind<DigestData> = {
  name: 'digest-data',
  modules: ['src/loaders/digest-data.ts', 'src/entries/read-digests.ts'],
  codec: asJson(),
};

/** What is shown of digests, by id; captures that did not change are not opened for it. */
export function digestData(
  { digests, keys }: Pick<DigestsReading, 'digests' | 'keys'>,
  store?: Store,
): Map<string, DigestData> {
  const wanted = new Map(
    digests.flatMap(({ name, file, capture = '' }) => {
      const key = keys.get(file);
      // A capture that was saved after it had been looked at is another one.
      return capture !== '' && key?.startsWith(capture) ? [[name.id, `${file} ${key}`]] : [];
    }),
  );
  const kept = store?.getMany(kind, wanted, true);
  return new Map(
    digests.map((digest) => {
      const { id } = digest.name;
      const [known, key] = [kept?.get(id), wanted.get(id)];
      const data = known ?? digestDataOf(digest);
      if (known === undefined && key !== undefined) store?.put(kind, id, key, data);
      return [id, data];
    }),
  );
}
