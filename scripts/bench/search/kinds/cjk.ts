/** Words of a Chinese or Japanese title or abstract, with and without spaces between. */
import { between, shuffled } from '../../random.ts';
import { idsOf, mostRight } from '../corpus.ts';
import type { Kind } from '../query.ts';

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const ideographs = /\p{Script=Han}/u;
/** Of a noun or a name: no word that only joins others. */
const telling = /^[\p{Script=Han}\p{Script=Katakana}ー]{2,}$/u;

function segments(text: string): string[] {
  const language = kana.test(text) ? 'ja' : 'zh';
  const words = new Intl.Segmenter(language, { granularity: 'word' }).segment(text);
  return Array.from(words, ({ segment }) => segment);
}

/** Two or three telling words; or a run of two neighbours as it stands. */
export const cjk: Kind = {
  name: 'cjk',
  label: 'Chinese or Japanese',
  rule: (corpus) => (paper, next) => {
    const text = next() < 0.5 ? paper.title : paper.abstract;
    if (!ideographs.test(text)) return undefined;
    const all = segments(text);
    const runs = all.flatMap((word, at) => {
      const after = all[at + 1] ?? '';
      return telling.test(word) && telling.test(after) ? [word + after] : [];
    });
    const words = [...new Set(all.filter((word) => telling.test(word)))];
    const asked =
      next() < 0.4 ? runs.slice(0, 1) : shuffled(next, words).slice(0, between(next, 2, 3));
    if (asked.join('').length < 4) return undefined;
    const right = corpus.papers.filter(({ title, abstract }) =>
      asked.every((word) => title.includes(word) || abstract.includes(word)),
    );
    return right.length > mostRight ? undefined : { typed: asked.join(' '), right: idsOf(right) };
  },
};
