/** What kind of name a name is. Pure; the pages' scripts load it. */

/** Words of which one is enough to tell a group from a person. */
const groupWord =
  /(?:^|\s)(?:team|teams|group|collaboration|consortium|initiative|community|contributors|committee|society|association|foundation|institute|university|laboratory|laboratories|labs?|research|department|center|centre|project|inc\.?|ltd\.?|llc|gmbh|corp\.?|corporation|company|and|of|for|the|&)(?=[\s,]|$)/i;

/** `Jr.` and its like behind a comma, which BibTeX would take for a first name. */
const suffix = /,\s*(?:jr|sr|ii|iii|iv)\.?$/i;

const othersName = /^(?:et al\.?|and others|others)$/i;

/** Capitals inside a word that no person is called: `OpenAI`, `NVIDIA`, `DeepSeek-AI`. */
const groupCapitals = /\p{Ll}\p{Lu}|\p{Lu}{2}/u;

/** Beginnings of family names behind which a capital follows: `McKay`, `DeLong`. */
const namePrefix = /^(?:Ma?c|De|Di|Du|La|Le|O['’]|Van)(?=\p{Lu})/u;

/** Whether a name is a group's. A single word such as `Plato` is a person's unless its capitals tell otherwise. */
export function isGroup(name: string): boolean {
  if (groupWord.test(name) || /\d/.test(name)) return true;
  return !/\s/.test(name) && groupCapitals.test(name.replace(namePrefix, ''));
}

/** Whether a name is none, but stands for those left out. */
export function isOthers(name: string): boolean {
  return othersName.test(name);
}

/** Whether a part behind a comma belongs behind the name: `Smith, Jr.` */
export function hasSuffix(name: string): boolean {
  return suffix.test(name);
}
