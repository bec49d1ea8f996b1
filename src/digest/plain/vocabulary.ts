/**
 * What a Hugging Face page says around its papers: the vocabulary, as a table. A row says where
 * such a line may stand, what it is to a reader, and which side of its paper it stands on.
 */

/** Where a line of boilerplate may stand: before the papers, about one paper, after the papers. */
export const placesOfBoilerplate = ['banner', 'meta', 'footer'] as const;
export type Place = (typeof placesOfBoilerplate)[number];

/** What a line of boilerplate states. */
export type BoilerplateFact =
  | 'votes'
  | 'number'
  | 'mark'
  | 'button'
  | 'authors'
  | 'published'
  | 'address'
  | 'link'
  | 'identifier'
  | 'source'
  | 'categories'
  | 'submitter';

export interface Boilerplate {
  /** For people: "banner: the mailing-list invitation". */
  readonly what: string;
  readonly places: readonly Place[];
  readonly fact?: BoilerplateFact;
  /**
   * `either`: opens a paper if the page's first paper has it before its title.
   * `before`: may open a paper, standing before its title; whether it does, the page's first paper shows.
   * `between`: parts papers, and is of none.
   */
  readonly side?: 'before' | 'either' | 'between';
  /** Said by Hugging Face's pages and hardly by others. */
  readonly telling?: true;
}

export interface PhraseRow extends Boilerplate {
  /** Whole lines, folded as `fold` of boilerplate.ts does, parted by `|`. */
  readonly phrases: string;
}

export interface PatternRow extends Boilerplate {
  /** Tried on the folded line. Without nested repetition: linear. */
  readonly pattern: RegExp;
}

export const phraseRows: readonly PhraseRow[] = [
  {
    what: 'the mark of a new feature',
    places: ['banner'],
    phrases:
      'new|neu|nouveau|nouveaute|nuevo|nuovo|novo|novidade|nieuw|新|新着|新規|新功能|새로운|новое|ny',
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
      'sign up|join|community|solutions|tasks|collections|languages|organizations|blog|discord|forum|learn|' +
      'papers|papers new|daily|weekly|monthly|all time|trending|top|hot|latest|today|this week|this month|' +
      'search|search papers|filter|filters|sort|sort: trending|menu|home|skip to content|skip to main content|' +
      'storage|inference|inference providers|inference endpoints|hub|settings|profile|notifications|' +
      'taglich|wochentlich|monatlich|quotidien|hebdomadaire|mensuel|diario|semanal|mensual|每日|每周|每月|毎日|毎週|毎月',
  },
  {
    what: 'a label of the page',
    places: ['banner', 'footer'],
    phrases:
      'website|company|about|about us|jobs|careers|press|contact|terms|terms of service|tos|privacy|' +
      'privacy policy|cookies|cookie policy|system theme|theme|light|dark|status|brand assets|social|resources',
  },
  {
    what: 'paging',
    places: ['footer', 'banner'],
    phrases:
      'previous|next|prev|previous next|previous page|next page|load more|show more|see more|more|back to top|' +
      'zuruck|weiter|precedent|suivant|anterior|siguiente|precedente|successivo|proximo|上一页|下一页|上一頁|下一頁|前へ|次へ|이전|다음|' +
      'назад|далее|вперед|предыдущая|следующая|предыдущии|следующии|poprzednia|nastepna|wstecz|dalej|vorige|volgende|forrige|' +
      'neste|naeste|foregaende|nasta|onceki|sonraki|tiep|truoc|sebelumnya|selanjutnya|berikutnya|السابق|التالي|पिछला|अगला|' +
      '«|»|‹|›|←|→',
  },
  {
    what: 'the end of a cut capture',
    places: ['footer', 'meta'],
    phrases:
      'content truncated|truncated|output truncated|…|...|read more|show abstract|continue reading',
  },
  {
    what: 'the name of a service',
    places: ['banner', 'footer'],
    phrases:
      'google scholar|semantic scholar|alphaxiv|openreview.net|openreview|dblp|pubmed|acl anthology|papers.cool|scholar inbox|' +
      'new papers for you|recommended papers|new citations|list alerts|cancel alert|list alerts cancel alert|manage your alerts|' +
      'unsubscribe|manage preferences|view in browser|references|bibliography|literatur|literaturverzeichnis|参考文献|works cited',
  },
  {
    what: 'the word that opens the abstract',
    places: ['meta'],
    phrases:
      'abstract|summary|ai-generated summary|tl;dr|tldr|zusammenfassung|resume|resumen|摘要|要旨|초록',
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
    what: 'the name of a code host',
    places: ['meta', 'banner', 'footer'],
    phrases: 'github|gitlab|bitbucket',
  },
  {
    what: 'a label of the paper',
    places: ['meta'],
    phrases:
      'code|project page|project|demo|arxiv|arxiv page|view arxiv page|view pdf|pdf|html|paper|paper page|' +
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
