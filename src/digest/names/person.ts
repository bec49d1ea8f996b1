/** Unlabelled lines of authors: `Ada Quill, Bo Li`, `Ada Quill · Bo Li · 8 authors`. */
import { particle } from './particle.ts';

/** No list of authors on a page is longer, in UTF-16 code units. */
const longest = 3000;

const small = new RegExp(`^${particle}$`);
const nameWord = /^\p{Lu}(?:[\p{L}\p{M}]|['’-](?=\p{L})|\.(?=$|-)){0,30}$/u;

/** What says that a list names not all of the authors, at its end. */
const more =
  /(?:\s?[,;·•|]\s?|\s)(?:(?:and |& ?|\+ ?)?\d{1,5} (?:more|others?|(?:more |other )?authors?)|(?:and )?others|et\.? al\.?|\+ ?\d{1,5})$/i;

/** Words that titles have and names have not. */
const titleWords =
  /(?:^|\s)(?:a|an|the|for|with|from|towards?|via|using|beyond|\p{Lu}\p{L}{3,}(?:ing|tion|tions|ment|ments|ity|ities|ness|ism|ysis|ics|ological|istic|ational|ative|able|ible|ical|ular|nets?|works?|ware|sets?|models?|agents?|graphs?)|\p{Lu}{2,}|Large|Small|Deep|Neural|Language|Vision|Visual|Data|Text|Image|Images|Video|Videos|Speech|Audio|Code|Space|Time|Memory|Search|Theory|Quantum|Linear|Random|Sparse|Dense|Fast|Free|Open|Human|Graph|System|Systems|Method|Methods|Tasks?|Control|World|Attacks?|Defens\p{L}*|Bounds?|Structures?|Functions?|Equations?|Algebras?|Groups?|Spaces?|Fields?|States?|Matter|Energy|Mass|Stars?|Galax\p{L}*|Waves?|Light|Phase|Spin|Surfaces?|Noise|Algorithms?|Problems?|Processes|Dynamics?|Challenges|Opportunities|Applications?|Approach\p{L}*|Analysis|Review|Survey|Future|Past|Present)(?=\s|$)/u;

const isName = (part: string): boolean => {
  const words = part.split(' ');
  if (words.length < 2 || words.length > 5) return false;
  const last = words.at(-1) ?? '';
  const first = words[0] ?? '';
  return (
    nameWord.test(first) &&
    nameWord.test(last) &&
    (last.replaceAll('.', '').length > 1 || first.length > 2) &&
    words.every((word) => nameWord.test(word) || small.test(word))
  );
};

/** Words of organisations, awards and kinds of papers, which two capitalised words often are. */
const noPerson =
  /\b(?:Research|Universit\p{L}+|Institut\p{L}*|Labs?|Laborator\p{L}+|Team|Group|Google|DeepMind|Meta|Microsoft|Apple|Nvidia|Amazon|Alibaba|ByteDance|Tencent|Baidu|Huawei|Salesforce|Hugging|Paper|Papers|Poster|Oral|Spotlight|Highlight|Award|Best|Report|Preprint|Journal|Proceedings|Transactions|Conference|Workshop|Nature|Science|Letters|Blog|Post|Press|Project|Page|Technical|Official|New|Coming|Soon)\b/u;

/** Initials before or behind a surname: `MJ Okonjo`, `Okonjo MJ`. */
const initialed =
  /^(?:\p{Lu}{1,3}(?: \p{Ll}{2,4}){0,2} \p{Lu}[\p{L}\p{M}'’-]{1,30}(?: \p{Lu}[\p{L}\p{M}'’-]{1,30})?|(?:\p{Ll}{2,4} ){0,2}\p{Lu}[\p{L}\p{M}'’-]{1,30}(?: \p{Lu}[\p{L}\p{M}'’-]{2,30})? \p{Lu}{1,3})$/u;

/** `Okonjo MJ` as `MJ Okonjo`. */
const surnameLast = (name: string): string =>
  name.replace(/^(.{2,60}) (\p{Lu}{1,3})$/u, (whole, surname: string, initials: string) =>
    initialed.test(name) ? `${initials} ${surname}` : whole,
  );

/** Marks of footnotes and affiliations behind a name. */
const footnotes = /(?:[\d*†‡§¶]{1,6}|(?:\(\d{1,2}\)){1,6})$/;

/** What stands between two names. */
const separator = /\s?[,;·•|]\s?(?:and |& )?|\s(?:and|&)\s/;

/** The full stop with which MEDLINE ends its lists. */
const listEnd = /(?<=\p{L}\p{Lu}?| \p{Lu}{1,3}|\))\.$/u;

/**
 * Reads the name of one person: `Ada Quill`, `A Quill`, `Quill A.`; some titles and organisations look so, too.
 *
 * @returns the name, surname last; undefined if it is none
 */
export function personIn(line: string): string | undefined {
  if (line.length > 60) return undefined;
  const text = line.replace(listEnd, '').replace(footnotes, '');
  if (initialed.test(text)) return surnameLast(text);
  return isName(text) && !titleWords.test(text) && !noPerson.test(text) ? text : undefined;
}

/** Whether a text can be the name of one person. */
export const isPersonal = (text: string): boolean => personIn(text) !== undefined;

/**
 * Reads a line that names authors and says nothing else.
 *
 * @param line a trimmed line without a label
 * @param least share of its parts that look like names
 * @returns the names it gives, in its order; undefined if it is no such line. One name alone is none.
 */
export function namesOf(line: string, least = 1): readonly string[] | undefined {
  if (line.length > longest || !/[,;·•|&+]| and | et\.? al| \d/.test(line)) return undefined;
  const rest = line.replace(more, '').replace(listEnd, '');
  const parts = rest
    .split(separator)
    .map((part) => part.replace(footnotes, '').trim())
    .filter((part) => part !== '');
  if (
    parts.length < (rest === line ? 2 : 1) ||
    parts.filter((part) => isName(part) || initialed.test(part)).length < parts.length * least
  )
    return undefined;
  const doubtful = parts.filter((part) => titleWords.test(part) && !initialed.test(part)).length;
  // Of many names some end as words of titles do: `Yuqing`, `Monica`.
  return doubtful > (parts.length < 3 ? 0 : parts.length / 2) ? undefined : parts.map(surnameLast);
}

/**
 * Reads the names of a line that stands where its neighbours name authors, whatever it looks like.
 *
 * @param line a trimmed line without a label
 */
export const namesIn = (line: string): readonly string[] =>
  line
    .replace(more, '')
    .replace(listEnd, '')
    .split(separator)
    .map((part) => surnameLast(part.replace(footnotes, '').trim()))
    .filter((part) => part !== '');
