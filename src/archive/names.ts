/** Words of which one is enough to tell a group from a person. */
const groupWord =
  /(?:^|\s)(?:team|teams|group|collaboration|consortium|initiative|community|contributors|committee|society|association|foundation|institute|university|laboratory|laboratories|labs?|research|department|center|centre|project|inc\.?|ltd\.?|llc|gmbh|corp\.?|corporation|company|and|of|for|the|&)(?=[\s,]|$)/i;

/** `Jr.` and its like behind a comma, which BibTeX would take for a first name. */
const suffix = /,\s*(?:jr|sr|ii|iii|iv)\.?$/i;

const othersName = /^(?:et al\.?|and others|others)$/i;

/** Whether a name is a group's, or for another reason not to be taken apart into first and last. */
export function isGroup(name: string): boolean {
  return !name.includes(' ') || groupWord.test(name) || /\d/.test(name);
}

/** Whether a name is none, but stands for those left out. */
export function isOthers(name: string): boolean {
  return othersName.test(name);
}

/** Whether a part behind a comma belongs behind the name: `Smith, Jr.` */
export function hasSuffix(name: string): boolean {
  return suffix.test(name);
}
