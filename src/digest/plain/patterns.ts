/** The boilerplate of pages that no list of phrases can hold: numbers, addresses, names, dates. */
import type { PatternRow } from './vocabulary.ts';

/** Rows in the order they are tried: the first that matches counts. */
export const patternRows: readonly PatternRow[] = [
  {
    what: 'a rule',
    places: ['meta', 'banner', 'footer'],
    side: 'between',
    pattern: /^(?:[-=_*~#+.·•—–─━]\s?){3,}$/,
  },
  {
    what: 'an address',
    places: ['meta', 'banner', 'footer'],
    fact: 'address',
    pattern: /^[<(]?https?:\/\/[^\s<>]+[>)]?$/,
  },
  {
    what: 'the curators',
    places: ['banner'],
    telling: true,
    pattern:
      /^(?:by|von|par|por|di|da|od|door|av|af|от|由)? ?\[?ak\b.{0,80}(?:community|gemeinschaft|communaute|comunidad|comunita|comunidade|gemeenschap|社区|社群|コミュニティ|커뮤니티|сообществ).{0,20}$/,
  },
  {
    what: 'the curators',
    places: ['banner'],
    telling: true,
    pattern: /^(?:由 ?)?ak ?(?:和|と|및|与|與).{0,20}$/,
  },
  {
    what: 'a field of the export',
    places: ['banner'],
    pattern:
      /^(?:url|source|source url|page title|title|site|retrieved|fetched|captured|saved|exported|date|language|links)(?: ?: |:$).{0,300}$/,
  },
  {
    what: 'votes',
    places: ['meta'],
    fact: 'votes',
    side: 'before',
    pattern:
      /^(?:\[[ x-]?\] ?(?:\d{1,7}|-)|(?:upvotes?|votes?|likes?|points)[: ]{1,2}\(?\d{1,7}\)?|\d{1,7} ?(?:upvotes?|votes?|likes?|points|▲|👍|❤️?)|(?:▲|△|⬆|↑|👍|❤️?|\^|\+) ?\d{1,7})$/,
  },
  {
    what: 'a number, as of votes or comments',
    places: ['meta', 'banner', 'footer'],
    fact: 'number',
    pattern: /^(?:\d{1,3}(?:,\d{3})+|\d{1,6})$/,
  },
  {
    what: 'the number of comments',
    places: ['meta'],
    pattern:
      /^(?:(?:\d{1,6}|no) (?:comments?|replies|reply|discussions?|answers?)|(?:💬|🗨️?) ?\d{1,6})$/,
  },
  {
    what: 'the number of authors',
    places: ['meta'],
    pattern:
      /^(?:\[ ?)?(?:[-·•] ?)?\d{1,5} ?(?:authors?|autoren|auteurs?|autores|autor|autori|作者|位作者|著者|名の著者|저자|авторов|автора)(?:\]\([^\s()]{1,300}\))?$/,
  },
  {
    what: 'the submitter',
    places: ['meta'],
    fact: 'submitter',
    side: 'before',
    pattern: /^(?:submitted|posted) by:? .{1,60}$/,
  },
  {
    what: 'the names of the authors',
    places: ['meta'],
    fact: 'authors',
    pattern: /^(?:authors?|by authors?|autoren|auteurs|autores|autori|作者) ?[:：] ?.{2,3000}$/,
  },
  {
    what: 'the date of the paper',
    places: ['meta'],
    fact: 'published',
    pattern:
      /^(?:published|publication date|published on|submitted on|submitted|updated|date)(?: on)? ?:? .{4,40}$/,
  },
  {
    what: 'the age of the paper',
    places: ['meta'],
    pattern:
      /^(?:published |updated |about |over |almost )?(?:\d{1,3}|an?) (?:minute|hour|day|week|month|year)s? ago$/,
  },
  {
    what: 'an identifier',
    places: ['meta'],
    fact: 'identifier',
    pattern: /^(?:arxiv(?: id)?|doi|paper id|id) ?: ?\S{5,100}(?: \[[a-z.-]+\])?$/,
  },
  {
    what: 'a label of the paper with its address',
    places: ['meta'],
    fact: 'link',
    pattern:
      /^(?:github|code|project page|project|website|homepage|demo|data|dataset|model|models|pdf|arxiv|paper|link|url|video|hugging ?face) ?(?:link|repo|repository|url|page)?: ?https?:\/\/\S+$/,
  },
  {
    what: 'the stars on GitHub',
    places: ['meta'],
    pattern:
      /^(?:(?:github|⭐|★|☆|stars?)[: ]{0,2}[\d.,]{1,9}[km]?(?: stars?)?|[\d.,]{1,9}[km]? ?(?:stars?|⭐|★)|\d{1,4}(?:\.\d{1,2})?[km])$/,
  },
  {
    what: 'a link',
    places: ['meta', 'banner', 'footer'],
    fact: 'link',
    pattern:
      /^!?\[(?:link: ?|image: ?)?(?:[^\][]{0,30}|github [\d.,]+[km]?|!\[[^\][]{0,60}\]\([^\s()]{0,300}\))\]\((?:https?:)?[^\s()]{1,500}\)$/,
  },
  {
    what: 'the rest of a torn link',
    places: ['meta', 'banner', 'footer'],
    fact: 'address',
    pattern: /^\]\(?(?:https?:)?[^\s()]{1,500}\)$/,
  },
  {
    what: 'an image',
    places: ['meta', 'banner', 'footer'],
    pattern: /^(?:!\[[^\][]{0,200}\]\([^\s()]{1,500}\)|\[?image(?:: [^\][]{0,60})?\]?)$/,
  },
  {
    what: 'the buttons of a paper',
    places: ['meta', 'footer'],
    side: 'either',
    pattern:
      /^(?:(?:[[(] ?)?(?:save|cite|share|twitter|x|linkedin|facebook|e-?mail|pdf|html|abs|abstract|bib|bibtex|code|data|dataset|video|poster|slides|supp|supplementary(?: pdf| material)?|supplemental|openreview|software|download(?: pdf)?|copy|kimi|rel|related(?: articles| papers)?|cited by(?: \d+)?|(?:all )?\d+ versions|view(?: blog| pdf| paper| on arxiv| as html)?|resources|bookmark|expand|collapse|alert|(?:save|add) to (?:library|collection)|library|read more|show (?:more|less|details)|hide details|more|less|web of science(?:: \d+)?|import into bibtex|free(?: pmc)? article|clinical trial|preprint|\d+)(?: ?[\])])?(?:[\s|·•,]{1,3}|$|(?=\[))){1,12}$/,
  },
  {
    what: 'the place of the full text',
    places: ['meta'],
    pattern: /^\[(?:pdf|html|doc|book|citation)\] [\w-]{1,40}(?:\.[\w-]{1,30}){1,4}$/,
  },
  {
    what: 'the stamp of a message',
    places: ['meta', 'banner'],
    side: 'between',
    pattern:
      /^.{1,60}, \[(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4},? |\w{3,9} \d{1,2}, \d{4} at )\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?\]:?$/,
  },
  {
    what: 'the tags of a post',
    places: ['meta'],
    pattern: /^(?:#[\p{L}\p{N}_]{1,40}\s?){1,20}$/u,
  },
  {
    what: 'the categories of the paper',
    places: ['meta', 'banner'],
    fact: 'categories',
    side: 'either',
    pattern:
      /^(?:(?:cs|stat|math|eess|econ|q-bio|q-fin|physics|astro-ph|cond-mat|nlin)\.[a-z-]{2,20}|quant-ph|hep-(?:ex|lat|ph|th)|gr-qc|nucl-(?:ex|th)|math-ph)(?:[ ,;|·]{1,3}(?:[a-z]{2,8}(?:-[a-z]{2,4})?\.[a-z-]{2,20}|quant-ph|hep-[a-z]{2,3})){0,10}$/,
  },
  {
    what: 'the fields of study',
    places: ['meta'],
    pattern:
      /^(?:(?:computer science|mathematics|physics|medicine|biology|chemistry|engineering|environmental science|materials science|economics|business|political science|psychology|sociology|geography|geology|history|art|philosophy|linguistics|law|education|agricultural and food sciences)(?:, |$)){1,6}$/,
  },
  {
    what: 'a field of the paper',
    places: ['meta'],
    pattern:
      /^(?:keywords?|key words|readers|tags?|subjects?|fields? of study|tl;?dr|primary area|track|session|pages?|comments?|institutions?|affiliations?|submission(?: number)?|license|venue id|supplementary material) ?: ?.{1,400}$/,
  },
  {
    what: 'the affiliations of the authors',
    places: ['meta'],
    pattern: /^(?:author information:?|\(\d{1,2}\) ?\p{L}.{3,300})$/u,
  },
  {
    what: 'days of publication and change',
    places: ['meta'],
    fact: 'published',
    pattern: /^published: \d{1,2} \w{3,9} \d{4}, last modified: .{6,30}$/,
  },
  {
    what: 'a label of MEDLINE',
    places: ['meta'],
    fact: 'identifier',
    pattern:
      /^(?:(?:pmid|pmcid|doi|epub|conflict of interest statement) ?:? ?\S.{0,200}|(?:pmid|pmcid): ?\w{4,12}.{0,60})$/,
  },
  {
    what: 'the name of a volume',
    places: ['banner'],
    pattern:
      /^(?:advances in neural information processing systems.{0,40}|proceedings of the (?:\d{1,3}(?:st|nd|rd|th)|(?:19|20)\d{2}) .{3,150}|volume \d{1,4}: .{3,150}|accepted papers.{0,60})$/,
  },
  {
    what: 'what was searched for',
    places: ['banner'],
    pattern:
      /^(?:.{2,120} [–-] new (?:articles|results|citations|related research)|about [\d,.]{1,12} results.{0,40}|[\d,.]{1,12} results?(?: for .{1,100})?|showing (?:\d|results|page).{1,80}|search results.{0,80})$/,
  },
  {
    what: 'why the mail was sent',
    places: ['footer'],
    pattern:
      /^(?:this (?:message|email|e-mail) was sent|you (?:receive|are receiving|received|have received|get|are getting) this|to stop receiving|sent by).{0,300}$/,
  },
  {
    what: 'how to end a subscription',
    places: ['footer', 'banner'],
    pattern:
      /^(?:(?=.*\b(?:unsubscribe|subscribed|signed up|opt out)\b)(?=.*\b(?:you|your|click|here)\b)|(?=.*\b(?:abbestellen|abmelden|desabonner|darse de baja|disiscriver\w{1,3})\b)|(?=.*(?:退订|取消订阅|配信停止|구독 취소))).{4,400}$/,
  },
  {
    what: 'the note of rights',
    places: ['footer', 'banner'],
    pattern: /^(?:©|\(c\) ?\d{4}|copyright ).{0,80}$/,
  },
  {
    what: 'the end of a cut capture',
    places: ['footer', 'meta'],
    pattern: /^[[(<.… ]{0,4}(?:content|output|text|page) (?:was |is )?truncated.{0,40}$/,
  },
  {
    what: 'paging',
    places: ['footer', 'banner'],
    pattern:
      /^(?:[«‹←<] ?)?(?:previous|prev|page|next)[ \d….,|/«»‹›←→<>-]{1,60}(?:next)?(?: ?[»›→>])?$/,
  },
  {
    what: 'the mailing-list invitation',
    places: ['banner', 'footer'],
    telling: true,
    pattern:
      /^.{0,40}\b(?:trending|daily|weekly|latest) papers\b.{0,40}\b(?:e-?mail|inbox|mailbox)\b.{0,30}$/,
  },
];
