/** Prose that is known to be of no paper: what mails, pages and lists say of themselves. */

/**
 * Each is said to the reader of the mail, page or list, and hardly in an abstract: a paragraph that has one of them is
 * recognised.
 */
const said = [
  // Subscriptions and mail.
  String.raw`\bunsubscribe|\b(?:subscribe|sign up|signed up) (?:to|for|here|now)\b|\byou(?:'re|’re| are| have)? (?:receiv|subscrib|sign)|\bmanage (?:your )?(?:preferences|subscription)|\bview (?:it |this (?:e-?mail|post) )?(?:in your browser|on the web|online)|\bin your (?:e-?mail )?inbox|\bforwarded this e-?mail`,
  String.raw`\b(?:newsletter|mailing list) (?:abbestellen|abonnieren)|\bse d[ée]sabonner|\bcancelar (?:la |a )?su[bs]s?cri|\babmelden\b|退订|取消订阅|配信停止|구독 취소`,
  // Rights.
  String.raw`©|\ball rights reserved\b|\blicen[sc]ed under\b|\bcookie (?:policy|settings)|\bprivacy policy\b|\bterms of (?:service|use)\b`,
  // What a list says of itself, and how to take part in it.
  String.raw`\b(?:pull requests?|contributions?|prs?|suggestions|feedback) (?:are |is )?(?:very |always |more than )?welcome\b|\b(?:open|submit|create|raise|file|send) (?:an? |us an? |me an? )?(?:issue|pull request|pr)\b|\bfeel free to\b|\bplease (?:cite|star|consider|contact|contribute|let (?:me|us) know)\b|\bgive (?:it|us|this repo\w*) a star|\b(?:a |this )(?:curated|collection of|reading|paper|awesome) (?:list|papers)|\bthis (?:repo|repository|list|page|newsletter|e-?mail|website|document|file|digest|readme) (?:is|was|has|contains|collects|tracks|provides|lists|aims|will|may|does|only)\b|\b(?:automatically|auto-?) ?(?:generated|updated)\b|\blast updated\b`,
];
const boilerplate = new RegExp(said.join('|'), 'im');

/** What an abstract says and such a paragraph does not. */
const argues =
  /\b(?:in this (?:paper|work|article|study)|we (?:propose|introduce|show|present|demonstrate|prove|find|study|investigate|develop))\b/i;

/** Whether a paragraph says what mails, pages and lists say of themselves. */
export const isBoilerplate = (text: string): boolean =>
  boilerplate.test(text.slice(0, 4000)) && !argues.test(text.slice(0, 4000));
