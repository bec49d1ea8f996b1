/** Looks lines up in the vocabulary of pages. */
import { withoutAccents } from '../../text/letters.ts';
import { dialectNow } from '../dialect.ts';
import { patternRows } from './patterns.ts';
import { phraseRows, type Boilerplate } from './vocabulary.ts';

/** Words of pages rather than of papers, in several languages. A short line that holds one is likelier boilerplate. */
const pageWords = new Set(
  (
    'papers paper subscribe subscription newsletter inbox email e-mail mail digest daily weekly monthly trending ' +
    'login signup community page click here welcome today home edition issue curated posteingang postfach abonnieren ' +
    'taglich wochentlich gemeinschaft forschungsgemeinschaft abonner recevez boite communaute quotidien suscribete ' +
    'recibe correo bandeja comunidad articulos diarios iscriviti ricevi posta comunita receba comunidade artigos ' +
    'ontvang dagelijks gemeenschap'
  ).split(' '),
);
const pageWordsEastern =
  /论文|論文|订阅|訂閱|邮箱|郵箱|收件箱|邮件|每日|社区|热门|購読|メール|コミュニティ|受信|논문|구독|이메일|커뮤니티|받은편지함|статьи|подпис|почт|сообществ/;

const longest = 400;

const phrases: ReadonlyMap<string, Boilerplate> = new Map(
  phraseRows.flatMap((row) =>
    row.phrases
      .split(/(?<!\\)\|/)
      .map((phrase): [string, Boilerplate] => [phrase.replaceAll(/\\(?=[|[\]])/g, ''), row]),
  ),
);

/**
 * A line as the table spells it: lower case, no accents, one space between words, and without
 * Markdown's marks of headings, lists and stress around it.
 */
export function fold(line: string): string {
  // Korean was taken apart as well.
  const letters = withoutAccents(line).normalize('NFC');
  return letters.toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim();
}

const withoutMarks = (folded: string): string =>
  folded
    .replace(/^(?:#{1,6} |[-*+•·] |> ){1,3}/, '')
    .replace(/^(\*{1,2}|_{1,2})([^*_]+)\1/, '$2')
    .trim();

const withoutStop = (text: string): string => text.replace(/(?<=[^\W\d_]) ?[.!:！。]{1,3}$/u, '');

/**
 * Looks a line up in the table.
 *
 * @param line a trimmed line
 * @returns undefined if it is none of the page's boilerplate
 */
export function boilerplateOf(line: string): Boilerplate | undefined {
  if (line.length > longest || line === '') return undefined;
  const folded = fold(line);
  const bare = withoutMarks(folded);
  const forms = [folded, bare, withoutStop(bare)];
  const own = dialectNow();
  const phrase = [own.whole, phrases]
    .flatMap((known) => forms.map((form) => known.get(form)))
    .find((found) => found !== undefined);
  const begun = own.starts.find(([start]) => bare.startsWith(`${start} `))?.[1];
  if (phrase ?? begun) return phrase ?? begun;
  const patterned = new Set([folded, bare, ...(bare.endsWith('.') ? [withoutStop(bare)] : [])]);
  return [...patterned]
    .map((form) => patternRows.find(({ pattern }) => pattern.test(form)))
    .find((row) => row !== undefined);
}

/** Whether a short line holds a word that pages use to speak of themselves. */
export function speaksOfPage(line: string): boolean {
  if (line.length > 100) return false;
  const folded = fold(line);
  return (
    pageWordsEastern.test(folded) || folded.split(/[^\p{L}-]+/u).some((word) => pageWords.has(word))
  );
}
