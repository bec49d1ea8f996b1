/**
 * Private things in a text: addresses of people, tokens in web addresses, what a mail says of its way. They are cut
 * out before a capture is written, and when one that somebody put there is read. Pure; lines keep their numbers.
 */

import { balanced, identifiersIn } from '../identifiers.ts';

/** Kinds of private things, one and several. */
const words = {
  heads: ['line of a mail’s head', 'lines of mail heads'],
  addresses: ['e-mail address', 'e-mail addresses'],
  names: ['name in a quoted mail', 'names in quoted mails'],
  tokens: ['token in a web address', 'tokens in web addresses'],
  scripts: ['script or field of a form', 'scripts and fields of forms'],
  tracking: ['tracking parameter', 'tracking parameters'],
} as const;
export type Kind = keyof typeof words;
const kinds: readonly Kind[] = ['heads', 'scripts', 'addresses', 'names', 'tokens', 'tracking'];

/** How many things of each kind were cut. */
export type Cuts = Readonly<Partial<Record<Kind, number>>>;

type Count = (kind: Kind, times: number) => void;

export interface WithoutPrivate {
  readonly text: string;
  readonly cuts: Cuts;
}

/** Stands for an address; without signs that JSON, BibTeX, CSV or XML know. */
export const addressMark = '[address cut]';
const mark = '[cut]';

/** The sign in an address, also as HTML, URLs, quoted-printable and JSON write it. */
const at = String.raw`(?:@|＠|&#0{0,4}64;|&#x0{0,4}40;|&commat;|%40|=40|\\u0040)`;
/** What every line with an address has. */
const possible = new RegExp(`${at}|[\\[({] ?at ?[\\])}]`, 'iu');
const local = String.raw`(?<![\w.+@/-])[\p{L}\p{N}_][\p{L}\p{N}._%+'-]{0,63}`;
const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?`;
const end = String.raw`(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}]{2})`;
const addresses = new RegExp(
  [
    `(?:mailto:)?${local}${at}(?:${label}\\.){1,6}(\\p{L}{2,24}|xn--[a-z0-9-]{1,59})${end}`,
    // `{ann,bo}@lab.example`
    String.raw`\{[\p{L}\p{N}._, +-]{1,200}\\?\}@(?:${label}\.){1,6}\p{L}{2,24}${end}`,
    // `ann [at] lab [dot] example`
    String.raw`(?<![\w.+-])[\p{L}\p{N}._+-]{1,64} ?[[({] ?at ?[\])}] ?(?:${label}(?: ?[[({] ?dot ?[\])}] ?|\.)){1,6}\p{L}{2,24}${end}`,
  ].join('|'),
  'giu',
);

/** What looks like an address and is none: a file for screens of two densities, a sentence that lacks its space. */
function isAddress(text: string, top: string | undefined): boolean {
  if (top === undefined) return true;
  if (/^(?:png|jpe?g|gif|svg|webp|js|css|html?|json|ts|py)$/i.test(top)) return false;
  // A sentence that lacks its space, "hits@10.we": few domains are numbers.
  if (/[@.]\d+\.[a-z]+$/i.test(text) && !/^(?:com|net|org|cn)$/i.test(top)) return false;
  return (
    top === top.toLowerCase() || text === text.toUpperCase() || /^(?:Com|Org|Edu|Net)$/.test(top)
  );
}

/** A repository for Git, the address of nobody. */
const isRepository = (text: string, after: string): boolean =>
  text.startsWith('git@') && /^:[\w~/]/.test(after);

const webAddress = /https?:(?:\/\/|\\\/\\\/)[^\s"'<>^`{|}]{3,}/gi;

/** Parameters that follow a reader. Google's alerts have `oi`, `ei`, `hist` and signatures. */
const tracking =
  /^(?:utm_\w+|mc_[ce]id|(?:fb|g|gb|wb|ms|y|tt)cl(?:id|src)|igshid|_hs\w+|mkt_tok|vero_\w+|oly_\w+|ck_subscriber_id|trk\w*|ref_src|s?cid|(?:scholar|cit|sci)sig)$/i;
const ofGoogle = /^(?:oi|ei|info|hist|sa|ved|usg|opi|folt|pf|alert_id|update_op|nossl)$/i;

/** Parameters that open something. */
const opening =
  /(?:^|[_-])(?:(?:access|auth|csrf|xsrf|id|refresh|user|unsubscribe|login|reset)?_?token|api_?key|auth|authorization|sig|signature|session(?:_?id)?|sid|jsessionid|phpsessid|e-?mail(?:_?address)?|subscriber(?:_?id)?|recipient|password|passwd|pwd|secret|csrf\w*|jwt|otp|ticket|upn|jwt)$/i;

/** Addresses of which the very path is a token. */
const personal =
  /[/.](?:unsubscribe|unsub|opt-?out|(?:email|mail|subscription)[-_]?(?:preferences|settings)|manage[-_]?(?:subscription|preferences)s?|click|clicks|track|tracking|redirect|CL0|magic|verify|confirm|invite)(?=[/.?]|$)/i;
/** What a link is called that only its receiver may follow. */
const leaving =
  /unsubscribe|opt.?out|cancel alert|(?:manage|update|email|mail)(?: your)? (?:subscription|preferences|settings)|view (?:this email )?in (?:your )?browser|abmelden|abbestellen|désabonner|désinscri|darse de baja|cancelar suscripción|disiscri|退订|取消订阅|配信停止|購読解除|수신 ?거부/i;
/** Characters before and behind an address among which its name is looked for. */
const besides = 60;

/** Whether an address is that of no paper, and the words beside it on its line say that it is to leave by. */
function isLeaving(text: string, start: number, url: string): boolean {
  const end = start + url.length;
  const before =
    text
      .slice(Math.max(0, start - besides), start)
      .split(/[\n)]/)
      .at(-1) ?? '';
  const after = text.slice(end, end + besides).split('\n', 1)[0] ?? '';
  return leaving.test(before + after) && identifiersIn(url).length === 0;
}

const tokenLike =
  /^(?=[\w=.~-]*\d)(?=[\w=.~-]*[A-Za-z])(?![a-z\d]+(?:-[a-z\d]+){2,}$)[\w=.~-]{16,}$/;

function publicAddress(url: string, isLeft: boolean, count: Count): string {
  const [whole = '', fragment] = url.split('#', 2);
  const query = whole.indexOf('?');
  const path = query < 0 ? whole : whole.slice(0, query);
  const isPersonal = isLeft || personal.test(path.slice(0, 2000));
  let kept = path;
  if (isPersonal && !/\b(?:github|gitlab)\.com\//i.test(path)) {
    const parts = path.split('/');
    const safe = parts.map((part, index) => (index > 2 && tokenLike.test(part) ? 'cut' : part));
    const changed = safe.filter((part, index) => part !== parts[index]).length;
    if (changed > 0) count('tokens', changed);
    kept = safe.join('/');
  }
  const google = /^https?:\\?\/\\?\/[\w.]*\bgoogle\.[a-z.]{2,6}\b/i.test(url);
  const parameters = query < 0 ? [] : whole.slice(query + 1).split(/(&amp;|&|;(?=\w+=))/);
  const rest: string[] = [];
  for (let index = 0; index < parameters.length; index += 2) {
    const parameter = parameters[index] ?? '';
    const [name = '', ...values] = parameter.split('=');
    const value = values.join('=');
    const trace = tracking.test(name) || (google && ofGoogle.test(name));
    const token = isLeft || opening.test(name) || (isPersonal && /^[\w=~-]{6,}$/.test(value));
    if (value !== '' && trace) count('tracking', 1);
    else if (value !== '' && token) count('tokens', 1);
    else rest.push(...(rest.length > 0 ? [parameters[index - 1] ?? '&'] : []), parameter);
  }
  const secret = fragment !== undefined && /(?:^|&)(?:access_token|id_token|token)=/.test(fragment);
  if (secret) count('tokens', 1);
  const search = rest.length === 0 ? '' : `?${rest.join('')}`;
  return kept + search + (fragment === undefined || secret ? '' : `#${fragment}`);
}

/** Names of the lines of a head that a mail program puts over a mail that it answers or passes on. */
const quotedPerson =
  /^(?<lead>[>|* \t]{0,20}(?:From|To|Cc|Bcc|Reply-To|Sender|Von|An|De|À|Para|Da|A|发件人|收件人|差出人|宛先)\*?[:：]\*?)[ \t]*(?<value>\S[^\n\r]*)/i;
const quotedSubject = /^[>|* \t]{0,20}(?:Subject|Betreff|Objet|Asunto|Oggetto|主题|件名)\*?[:：]/i;

/** `On Monday Ida <…> wrote:`, also over two lines. */
const attributionStart = /^(?<lead>[>|* \t]{0,20}(?:On|Am|Le|El|Il|Op)\b)/i;
const attributionEnd =
  /(?:wrote|schrieb(?: [^:\n\r]{1,80})?|a écrit|escribió|ha scritto|schreef) ?:(?=[ \t\r]*$)/i;

/** Cuts the people out of heads and first lines of quoted mails. */
function withoutQuotedPeople(text: string, count: Count): string {
  if (
    !/subject|betreff|objet|asunto|oggetto|主题|件名|wrote|schrieb|écrit|escribió|scritto|schreef/i.test(
      text,
    )
  )
    return text;
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.length > 500) continue;
    const started = [index, index - 1].find((it) => attributionStart.test(lines[it] ?? ''));
    if (started !== undefined && attributionEnd.test(line) && /@|\[address cut\]/.test(line)) {
      count('names', 1);
      for (let it = started; it <= index; it++) {
        const { lead = '' } = attributionStart.exec(lines[it] ?? '')?.groups ?? {};
        const tail = it === index ? ':' : '';
        lines[it] = `${lead} ${mark}${tail}${line.endsWith('\r') ? '\r' : ''}`.trimStart();
      }
    }
    if (!quotedSubject.test(line)) continue;
    const isBlank = (near: number): boolean => (lines[near] ?? '').trim() === '';
    let [first, last] = [index, index];
    while (first > index - 5 && !isBlank(first - 1)) first--;
    while (last < index + 5 && !isBlank(last + 1)) last++;
    for (let near = first; near <= last; near++) {
      const other = lines[near] ?? '';
      const person = other.length > 2000 ? null : quotedPerson.exec(other);
      if (!person || person.groups?.value?.startsWith(mark) === true) continue;
      const end = other.endsWith('\r') ? '\r' : '';
      lines[near] = `${person.groups?.lead ?? ''} ${mark}${end}`;
      count('names', 1);
    }
  }
  return lines.join('\n');
}

const withoutAddresses = (line: string, count: Count): string =>
  line.replaceAll(addresses, (found, top: string | undefined, place: number) => {
    const after = line.slice(place + found.length, place + found.length + 3);
    if (!isAddress(found, top) || isRepository(found, after)) return found;
    count('addresses', 1);
    return addressMark;
  });

/**
 * Cuts out what is private. Cutting twice is cutting once.
 *
 * @param text a decoded text of any kind
 */
export function withoutPrivate(text: string): WithoutPrivate {
  const cuts: Partial<Record<Kind, number>> = {};
  const count: Count = (kind, times) => {
    cuts[kind] = (cuts[kind] ?? 0) + times;
  };
  let safe = withoutQuotedPeople(text, count);
  if (safe.includes('http')) {
    const whole = safe;
    safe = whole.replaceAll(webAddress, (found, start: number) => {
      // The bracket around an address, and the full stop behind it, are not its own.
      const url = balanced(found).replace(/[.,;:!?*_~]{1,9}$/, '');
      return publicAddress(url, isLeaving(whole, start, url), count) + found.slice(url.length);
    });
  }
  const lines = safe.split('\n');
  for (const [index, line] of lines.entries())
    if (possible.test(line)) lines[index] = withoutAddresses(line, count);
  return { text: lines.join('\n'), cuts };
}

/** What was cut, for people: `3 e-mail addresses, 1 tracking parameter`. */
export const cutWords = (cuts: Cuts): string =>
  kinds
    .flatMap((kind) => {
      const count = cuts[kind] ?? 0;
      return count === 0 ? [] : [`${count} ${words[kind][count === 1 ? 0 : 1]}`];
    })
    .join(', ');

/** Several counts in one. */
export function addCuts(all: readonly Cuts[]): Cuts {
  const sum: Partial<Record<Kind, number>> = {};
  for (const cuts of all)
    for (const kind of kinds) if (cuts[kind]) sum[kind] = (sum[kind] ?? 0) + cuts[kind];
  return sum;
}
