/** Telling papers from other things that lists link to, and titles from labels. */
import { arxivId, normaliseDoi } from '../identity.ts';
import { isPersonal, namesOf } from '../names/person.ts';
import { fullAddress, linksIn } from './address.ts';
import type { Inline, InlineLink } from './inline.ts';

/** Hosts and paths where papers are. */
const paperHost =
  /^https?:\/\/(?:[\w-]+\.)*(?:arxiv\.org|openreview\.net|aclanthology\.org|aclweb\.org|neurips\.cc|nips\.cc|mlr\.press|jmlr\.org|thecvf\.com|ecva\.net|semanticscholar\.org|biorxiv\.org|medrxiv\.org|nature\.com|science\.org|sciencemag\.org|cell\.com|pnas\.org|sciencedirect\.com|springer\.com|springeropen\.com|wiley\.com|acm\.org|ieee\.org|usenix\.org|isca-speech\.org|isca-archive\.org|ssrn\.com|iacr\.org|ncbi\.nlm\.nih\.gov|plos\.org|mdpi\.com|frontiersin\.org|aaai\.org|ijcai\.org|roboticsproceedings\.org|mitpress\.mit\.edu|mit\.edu|dblp\.org|researchgate\.net|hal\.science|ceur-ws\.org|oup\.com|tandfonline\.com|aps\.org|iop\.org|alphaxiv\.org|transformer-circuits\.pub|distill\.pub|ai\.meta\.com|osf\.io)\//i;

/** Whether an address leads to a paper. */
export function isWork(url: string | undefined): boolean {
  if (url === undefined || url.length > 2000) return false;
  const full = fullAddress(url);
  if (arxivId(full) !== undefined || /\.pdf(?:[?#].*)?$/i.test(full)) return true;
  return paperHost.test(full) || (/doi\.org\//i.test(full) && normaliseDoi(full) !== undefined);
}

const genericLabel =
  /^(?:the )?(?:paper|papers|pdf|code|codes|arxiv|link|links|project|website|web|site|github|git|repo|slides?|video|videos|poster|demo|page|blog|blog ?post|data|datasets?|models?|homepage|talk|hf|hugging ?face|openreview|doi|html|abs|abstract|bib|bibtex|cite|supp|supplement(?:ary)?(?: material)?|official(?: code)?|unofficial|tensorflow|tf|pytorch|torch|jax|keras|colab|notebook|tweet|notes?|review|here|url|source|download|project page|paper link|code link|paper page|arxiv page|hf paper|report|tech report|technical report|preprint|webpage|weights|checkpoints?|implementation|twitter|youtube|icml|acl|nips|neurips|iclr|cvpr|🤗|论文|代码|项目|链接|主页)$/i;

/** Whether the text of a link says what kind of thing it leads to, and is no title. */
export function isLabel(label: string): boolean {
  const bare = label
    .replaceAll(/\p{Extended_Pictographic}|\ufe0f|\u200d/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '');
  if (
    bare === '' ||
    arxivId(bare) !== undefined ||
    genericLabel.test(bare) ||
    /^https?:/i.test(label)
  )
    return true;
  return (
    /^(?:paper|code|pdf|github|project|arxiv|model|data(?:set)?|demo|official)\b.{0,14}$/i.test(
      bare,
    ) && bare.split(/\s+/).length <= 2
  );
}

/** Whether a link stays on its own page or in its own folder. */
export const isLocal = ({ url }: InlineLink): boolean =>
  url !== undefined &&
  !/^(?:https?:|doi:|www\.|\/papers\/)/i.test(url) &&
  arxivId(url) === undefined;

const conferences =
  'NeurIPS|NIPS|ICML|ICLR|CVPR|ICCV|ECCV|WACV|BMVC|ACCV|ACL|EMNLP|NAACL|EACL|AACL|COLING|COLM|TACL|AAAI|IJCAI|AISTATS|UAI|COLT|KDD|SIGKDD|SIGIR|WSDM|CIKM|WWW|TheWebConf|RecSys|ICASSP|INTERSPEECH|Interspeech|ISMIR|ACM MM|MM|ICRA|IROS|RSS|CoRL|SIGGRAPH(?: Asia)?|TOG|CHI|UIST|OSDI|SOSP|NSDI|ASPLOS|ISCA|MICRO|HPCA|DAC|MLSys|ICSE|FSE|ASE|ISSTA|VLDB|SIGMOD|ICDE|CCS|NDSS|USENIX(?: Security)?|S&P|MICCAI|MIDL|T?PAMI|IJCV|TIP|TMLR|JMLR|TNNLS|TKDE|TVCG|Nature(?: [A-Z]\\w+){0,2}|Science(?: [A-Z]\\w+)?|PNAS|Cell|3DV|LREC|CoNLL|SemEval|WMT|ICPR|ICIP|ICME|IV|ITSC|RA-L|TRO';
const before =
  '(?:(?:in|at|the|accepted (?:at|by|to|in)|to appear (?:at|in)|proc(?:eedings)?\\.? of|ieee(?:/\\w+)?|acm|findings of|(?:19|20)\\d{2})\\s){0,4}';
const after =
  "(?:[ ,:'’@/-]{0,3}(?:'?\\d{2}(?:\\d{2})?|findings|workshops?|\\w{2,12} workshop|orals?|spotlights?|posters?|highlights?|main|demo|long|short|best paper|award|d&b|datasets and benchmarks|track|conference|challenge))";
const venuePattern = new RegExp(
  `^${before}(?:${conferences})${after}{0,6}$|^[A-Z][A-Za-z&.-]{1,14}(?: [A-Z][A-Za-z&.-]{1,14}){0,3}[ ,']{1,2}(?:19|20)\\d{2}(?: ?\\(?(?:oral|spotlight|poster|workshop)\\)?)?$`,
  'i',
);

/** Whether a text names where a paper appeared: `ICLR 2024 (Oral)`. */
export const isVenue = (text: string): boolean =>
  text.length > 2 &&
  text.length < 90 &&
  !/\barxiv\b|\bpreprint\b/i.test(text) &&
  venuePattern.test(text.trim());

/** Whether a text is a list of names, `A.B. Quill, Bo Li`; a few of many may look otherwise. */
export const isNames = (text: string): boolean =>
  namesOf(text.replaceAll(/(?<=\p{Lu}\.)(?=\p{Lu})/gu, ' '), 0.8) !== undefined;

/** Whether a text names authors, be it one alone. */
export const namesAuthors = (text: string): boolean => isNames(text) || isPersonal(text);

/** Whether an item of a list speaks of a paper: by its links, its labels or where it appeared. */
export function speaksOfPaper(inline: Inline): boolean {
  const leads = ({ url, image, label }: InlineLink): boolean =>
    !image &&
    url !== undefined &&
    (isWork(url) || /^[^\w论文]*(?:paper|pdf|arxiv|论文)[^\w论文]*$/i.test(label));
  if (linksIn(inline).some(leads)) return true;
  const brackets = inline.text.match(/[([]([^()[\]]{3,60})[)\]]/g) ?? [];
  return brackets.some((bracket) => isVenue(bracket.slice(1, -1)));
}
