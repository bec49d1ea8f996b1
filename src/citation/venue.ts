/** What kind of publication a venue's name is of. Pure. */

export type VenueKind = 'conference' | 'journal';

/** Journals whose names say that they are proceedings. */
const journalAfterAll =
  /^proc(?:eedings|\.)?\s(?:of\s)?(?:the\s)?(?:national academy|royal society|acm on|ieee$|vldb)|^(?:PNAS|PACMPL|PVLDB|PoPETs)\b/i;

const journal =
  /\b(?:journal|transactions|trans\.|annals|letters|reviews?|magazine|quarterly|bulletin|archives|acta|advances in (?:physics|mathematics)|JMLR|TMLR|TACL|JAIR|TPAMI|TOCHI|IJCV|PLOS|Nature|eLife)\b|^(?:Science|Cell|Neuron|The Lancet|BMJ)$|\b(?:vol\.|volume)\s?\d|\d\s?\(\d{1,4}\)/i;

const conference =
  /\b(?:proceedings|proc\.|conference|conf\.|symposium|workshops?|congress|meeting|colloquium)\b|\b(?:NeurIPS|NIPS|ICML|ICLR|AISTATS|UAI|COLT|ALT|AAAI|IJCAI|ECAI|ACL|EMNLP|NAACL|EACL|AACL|COLING|CoNLL|LREC|COLM|CVPR|ICCV|ECCV|WACV|BMVC|ACCV|KDD|WWW|WSDM|CIKM|SIGIR|RecSys|SIGMOD|VLDB|ICDE|STOC|FOCS|SODA|SOSP|OSDI|NSDI|CCS|CHI|UIST|CSCW|ICRA|IROS|CoRL|RSS|ICASSP|INTERSPEECH|MICCAI|SIGGRAPH|ICSE|FSE|ASE|PLDI|POPL|CAV)\b/;

/** An acronym and a year: `ABCD 2024`, `ICXY'24`. */
const acronymAndYear = /^[A-Z][A-Za-z]{0,6}[A-Z][A-Za-z-]{0,6}\s?['’]?(?:19|20)?\d\d$/;

/** The kind of a venue; undefined where its name does not tell. */
export function venueKind(venue: string): VenueKind | undefined {
  if (journalAfterAll.test(venue)) return 'journal';
  if (conference.test(venue) || acronymAndYear.test(venue)) return 'conference';
  return journal.test(venue) ? 'journal' : undefined;
}
