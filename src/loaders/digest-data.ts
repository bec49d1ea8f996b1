import { countKinds } from '../digest/account.ts';
import { statedWithoutYear } from '../digest/date.ts';
import { formatOf } from '../digest/formats/index.ts';
import { licenceIn } from '../digest/licence.ts';
import { digestTitle } from '../digest/title.ts';
import { shownAs } from '../evidence/rows.ts';
import type { ReadDigest } from '../entries/captures.ts';
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
