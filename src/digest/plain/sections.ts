/** Headings of one text, which stand over paragraphs as titles stand over abstracts. */

/** How sections of papers, of software's descriptions and of calls for papers are called. */
const names = new RegExp(
  `^(?:${[
    'abstract|introduction|preliminaries|motivation|background|related works?|prior work|literature review|(?:materials? and )?methods?|methodology|approach|our approach|experiments?|experimental (?:setup|results)|evaluation|results?|results and discussion|discussion|limitations|conclusions?|conclusions? and future work|future work|acknowledge?ments?|funding|references|bibliography|appendi(?:x|ces)|supplementary materials?|data availability|conflicts? of interest|ethics statement|author contributions',
    'summary|overview|about|contents|table of contents|preface|foreword|chapter .{1,40}|part .{1,20}|prologue|epilogue|notes',
    'installation|installing|install|usage|quick ?start|getting started|requirements|prerequisites|dependencies|features|examples?|documentation|configuration|build(?:ing)?|contributing|changelog|release notes|license|licence|faq|troubleshooting|support|roadmap|citation|citing|credits|authors',
    'call for (?:papers|abstracts|contributions|participation).{0,120}|topics?(?: of interest)?|scope|aims and scope|important dates|key dates|dates|deadlines?|organi[sz]ers|organi[sz]ing committee|organi[sz]ation|programme?(?: committee)?|committees?|steering committee|chairs|keynotes?|(?:invited|keynote) (?:speakers|talks)|submissions?(?: guidelines| instructions| details)?|instructions for authors|publication|venue|registration|contact(?: us)?|sponsors',
    'history|geography|etymology|demographics|early life|personal life|career|legacy|death|reception|plot|cast|see also|external links|further reading|ingredients|directions|preparation',
    'einleitung|hintergrund|methoden|ergebnisse|diskussion|fazit|schluss|literatur(?:verzeichnis)?|danksagung|kontakt|termine|themen',
    'introducción|metodología|métodos|resultados|discusión|conclusiones|referencias|introdução|conclusões|méthodes|résultats|conclusion générale|bibliographie|remerciements|introduzione|conclusioni',
    '引言|绪论|背景|方法|实验|结果|讨论|结论|参考文献|致谢|目录|はじめに|序論|手法|実験|結果|考察|結論|おわりに|謝辞|서론|방법|결과|결론|참고문헌|введение|методы|результаты|заключение|литература',
  ].join('|')})$`,
  'iu',
);

/** A number before a heading: `3.`, `2.1`, `IV.`, `A.1`. */
const numbering =
  /^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.|[A-Z]\.\d{0,2}|第.{1,3}[章节節])\s{1,4}/u;

/**
 * How much a title looks like the heading of a section.
 *
 * @returns 1 for the name of one; a half for two or three words of which the first alone has a capital, as
 * `Important dates`; 0 for others
 */
export function sectionLikeness(title: string): number {
  if (title.length > 160) return 0;
  const bare = title.replace(numbering, '').replace(/[:.：。]$/, '');
  if (names.test(bare)) return 1;
  return /^\p{Lu}\p{Ll}{1,20}(?: \p{Ll}{1,20}){1,2}$/u.test(bare) ? 0.5 : 0;
}
