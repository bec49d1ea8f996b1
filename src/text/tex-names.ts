/** Commands that print one thing. A blank after them is kept: authors mean it, whatever TeX does. */
export const names: Readonly<Record<string, string>> = {
  ldots: '…',
  dots: '…',
  textellipsis: '…',
  textendash: '–',
  textemdash: '—',
  textasciitilde: '~',
  textregistered: '®',
  texttrademark: '™',
  textdegree: '°',
  texteuro: '€',
  textpm: '±',
  texttimes: '×',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  BibTeX: 'BibTeX',
  xspace: '',
};
