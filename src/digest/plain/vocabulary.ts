/**
 * What a Hugging Face page says around its papers: the vocabulary, as a table. A row says where
 * such a line may stand, what it is to a reader, and which side of its paper it stands on.
 */

/** Where a line of furniture may stand: before the papers, about one paper, after the papers. */
export type Place = 'banner' | 'meta' | 'footer';

/** What a line of furniture states. */
export type FurnitureFact =
  | 'votes'
  | 'number'
  | 'mark'
  | 'button'
  | 'authors'
  | 'published'
  | 'address'
  | 'link'
  | 'identifier'
  | 'submitter';

export interface Furniture {
  /** For people: "banner: the mailing-list invitation". */
  readonly what: string;
  readonly places: readonly Place[];
  readonly fact?: FurnitureFact;
  /**
   * `before`: may open a paper, standing before its title; whether it does, the page's first paper shows.
   * `between`: parts papers, and is of none.
   */
  readonly side?: 'before' | 'between';
  /** Said by Hugging Face's pages and hardly by others. */
  readonly telling?: true;
}

export interface PhraseRow extends Furniture {
  /** Whole lines, folded as `fold` of furniture.ts does, parted by `|`. */
  readonly phrases: string;
}

export interface PatternRow extends Furniture {
  /** Tried on the folded line. Without nested repetition: linear. */
  readonly pattern: RegExp;
}

export const phraseRows: readonly PhraseRow[] = [
  {
    what: 'the mark of a new feature',
    places: ['banner'],
    phrases: 'new|neu|nouveau|nouveaute|nuevo|nuovo|novo|novidade|nieuw|新|新着|新規|新功能|새로운|новое|ny',
  },
  {
    what: 'the mailing-list invitation',
    places: ['banner', 'footer'],
    telling: true,
    phrases:
      'get trending papers in your email inbox|get trending papers in your email inbox once a day|' +
      'get the latest papers in your email inbox|subscribe to our newsletter|subscribe to the newsletter',
  },
  {
    what: 'the subscription button',
    places: ['banner', 'footer'],
    phrases:
      "subscribe|subscribed|abonnieren|s'abonner|abonnez-vous|suscribirse|suscribete|iscriviti|abbonati|" +
      'inscrever-se|inscreva-se|assinar|abonneren|订阅|訂閱|購読|購読する|登録|登録する|구독|구독하기|подписаться',
  },
  {
    what: 'the curators',
    places: ['banner'],
    telling: true,
    phrases:
      'ak and the research community|and the research community|by ak and the research community|' +
      'byak and the research community|by community|by the research community',
  },
  {
    what: 'the curators',
    places: ['banner'],
    phrases: 'by|ak|von|par|por|da|di|door|由|作成者|akhaliq',
  },
  {
    what: 'the name of the page',
    places: ['banner', 'footer'],
    telling: true,
    phrases:
      'daily papers - hugging face|trending papers - hugging face|papers - hugging face|hugging face|huggingface|' +
      "hugging face's logo|hugging face logo|huggingface's logo|huggingface logo|daily papers|trending papers|" +
      'weekly papers|monthly papers|trending papers ranked by github stars activity|papers with code',
  },
  {
    what: 'navigation',
    places: ['banner', 'footer'],
    phrases:
      'models|datasets|spaces|buckets|buckets new|posts|docs|documentation|enterprise|pricing|log in|login|sign in|' +
      'sign up|join|community|solutions|tasks|collections|languages|organizations|blog|discord|forum|github|learn|' +
      'papers|papers new|daily|weekly|monthly|all time|trending|top|hot|latest|today|this week|this month|' +
      'search|search papers|filter|filters|sort|sort: trending|menu|home|skip to content|skip to main content|' +
      'storage|inference|inference providers|inference endpoints|hub|settings|profile|notifications|' +
      'taglich|wochentlich|monatlich|quotidien|hebdomadaire|mensuel|diario|semanal|mensual|每日|每周|每月|毎日|毎週|毎月',
  },
  {
    what: 'a label of the page',
    places: ['banner', 'footer'],
    phrases: 'website|company|about|about us|jobs|careers|press|contact|terms|terms of service|tos|privacy|' +
      'privacy policy|cookies|cookie policy|system theme|theme|light|dark|status|brand assets|social|resources',
  },
  {
    what: 'paging',
    places: ['footer', 'banner'],
    phrases:
      'previous|next|prev|previous next|previous page|next page|load more|show more|see more|more|back to top|' +
      'zuruck|weiter|precedent|suivant|anterior|siguiente|precedente|successivo|proximo|上一页|下一页|前へ|次へ|이전|다음|«|»|‹|›|←|→',
  },
  {
    what: 'the end of a cut capture',
    places: ['footer', 'meta'],
    phrases: 'content truncated|truncated|output truncated|…|...|read more|show abstract|continue reading',
  },
  {
    what: 'the word that opens the abstract',
    places: ['meta'],
    phrases: 'abstract|summary|ai-generated summary|tl;dr|tldr|zusammenfassung|resume|resumen|摘要|要旨|초록',
  },
  {
    what: 'a label of the submitter',
    places: ['meta'],
    fact: 'submitter',
    side: 'before',
    phrases: 'submitted by|submitted by:|posted by|paper submitter',
  },
  {
    what: 'the vote button',
    places: ['meta'],
    fact: 'button',
    phrases: 'upvote|upvotes|vote|votes|like|likes|▲|△|⬆|↑|👍|❤|❤️|\\[-\\]|[-]|[ ]|[x]',
  },
  {
    what: 'a label of the paper',
    places: ['meta'],
    phrases:
      'github|code|project page|project|demo|arxiv|arxiv page|view arxiv page|view pdf|pdf|html|paper|paper page|' +
      'video|dataset|model|homepage|add to collection|share|save|bookmark|comments|comment|discussion|authors|author|' +
      'published|paper author|paper authors|· ·|hf paper',
  },
  {
    what: 'a mark between two facts',
    places: ['meta', 'banner', 'footer'],
    fact: 'mark',
    phrases: '·|•|\\||[|]|](|-|–|—|/|,|;|:|・|(|)',
  },
];

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
      /^(?:by|von|par|por|di|da|od|door|av|af|от|由)? ?\[?ak\b.{0,40}(?:community|gemeinschaft|communaute|comunidad|comunita|comunidade|gemeenschap|社区|社群|コミュニティ|커뮤니티|сообществ).{0,20}$/,
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
    pattern: /^(?:(?:\d{1,6}|no) (?:comments?|replies|reply|discussions?|answers?)|(?:💬|🗨️?) ?\d{1,6})$/,
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
    pattern: /^(?:published|publication date|published on|submitted on|submitted|updated|date)(?: on)? ?:? .{4,40}$/,
  },
  {
    what: 'the age of the paper',
    places: ['meta'],
    pattern: /^(?:published |updated |about |over |almost )?(?:\d{1,3}|an?) (?:minute|hour|day|week|month|year)s? ago$/,
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
    pattern: /^(?:(?:github|⭐|★|☆|stars?)[: ]{0,2}[\d.,]{1,9}[km]?(?: stars?)?|[\d.,]{1,9}[km]? ?(?:stars?|⭐|★)|\d{1,4}(?:\.\d{1,2})?[km])$/,
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
    pattern: /^(?:[«‹←<] ?)?(?:previous|prev|page|next)[ \d….,|/«»‹›←→<>-]{1,60}(?:next)?(?: ?[»›→>])?$/,
  },
  {
    what: 'the mailing-list invitation',
    places: ['banner', 'footer'],
    telling: true,
    pattern: /^.{0,40}\b(?:trending|daily|weekly|latest) papers\b.{0,40}\b(?:e-?mail|inbox|mailbox)\b.{0,30}$/,
  },
];
