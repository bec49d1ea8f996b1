/** Lines of other shapes of text: never the title of a paper, nor the beginning of its abstract. */

/** A shape of line: what it is called, and how it is known. Without nested repetition: linear. */
type Shape = readonly [what: string, pattern: RegExp];

/** No more of a line is looked at, in UTF-16 code units. */
const looked = 1000;

const shapes: readonly Shape[] = [
  [
    'HTML',
    /^<(?:!--|!doctype|\?xml|\/?(?:html|head|body|title|meta|link|style|script|table|thead|tbody|tr|td|th|div|span|p|a|br|hr|img|ul|ol|li|dl|dt|dd|h[1-6]|b|i|em|strong|font|center|details|summary|code|pre|section|article|header|footer|nav|form|input|button|svg|blockquote)(?:[\s/>]|$))|^<\/?[a-z][\w:.-]{0,60}>.*<\/[a-z][\w:.-]{0,60}>$|^<\/[a-z][\w:.-]{0,60}>$/i,
  ],
  [
    'a row of a table',
    /^\|.*\|$|^\+(?:[-=]{2,200}\+){1,60}$|^[^\t]+\t[^\t]*\t|^"[^"]{0,400}"[,;]"/,
  ],
  [
    'a field of a tagged record',
    /^[A-Z][A-Z0-9]{1,3} {2,3}- |^[A-Z]{4}- |^%[A-Z0-9] \S|^(?:PT [JBSP]|E[RF]|FN .{0,60}|VR \d\.\d)$/,
  ],
  [
    'the header of a mail',
    /^(?:From|To|Cc|CC|Bcc|Subject|Date|Sent|Reply-To|Sender|Return-Path|Delivered-To|Received(?:-SPF)?|Message-I[Dd]|In-Reply-To|M[Ii][Mm][Ee]-Version|Content-(?:[Tt]ype|[Tt]ransfer-[Ee]ncoding|[Dd]isposition|ID|[Ll]anguage|[Ll]ength)|Authentication-Results|DKIM-Signature|ARC-(?:Seal|Message-Signature|Authentication-Results)|List-(?:Id|ID|Unsubscribe|Post|Help|Archive)[A-Za-z-]{0,10}|Precedence|X-(?:Mailer|Received|Original|Google|Gm|MS|Spam|Priority|Mailman|BeenThere|Forwarded)[\w-]{0,40}|Von|An|Betreff|Gesendet|Datum|Objet|Envoyé|Asunto|发件人|收件人|主题|差出人|宛先|件名)[:：] ?\S/,
  ],
  [
    'quoted-printable text',
    /=[0-9A-F]{2}.*=[0-9A-F]{2}.*=$|=[0-9A-F]{2}=[0-9A-F]{2}|(?:=3D|=20$|=C2=A0)/,
  ],
  [
    'LaTeX source',
    /^\\(?:documentclass|usepackage|title|author|date|maketitle|begin|end|section|subsection|chapter|paragraph|label|cite\w{0,6}|bibliography\w{0,6}|bibitem|input|include|newcommand|def|item|caption|centering)\b/,
  ],
  [
    'code',
    /^(?:import (?:[\w{*][^.!?]{0,80} from|[\w.]{1,60};?$)|from [\w.]{1,60} import |def \w{1,60}\(|class \w{1,60}(?:\(.{0,80}\))?[:{]|(?:const|let|var) [\w{[].{0,60}=|(?:export |async |public |private |static )?(?:function \w{1,60}\(|(?:class|interface|struct|enum) \w{1,60}(?: extends \w{1,60})? ?\{)|return\b.{0,120};$|#include ?[<"]|(?:if|for|while|switch) ?\(.{0,120}[{;)]$|[)}\]]{1,3}[;,)]{0,2}$|\/\/ ?|\/\*|\$ (?:npm|pip|git|cd|sudo|curl) |[\w.]{1,60}\([^()]{0,80}\);$|```)|^[\w.$[\]]{1,60} = .{1,200};$|^[\w$.)}][^.]{0,120}[)\w] ?\{$/,
  ],
  [
    'a setting',
    /^(?:- )?"?[a-z][\w-]{0,40}"?:(?:$| ["'[{]| (?:true|false|null|\d[\d.]{0,20}|\|)$)/,
  ],
  [
    'an entry of a log',
    /^\[?\d{4}-\d{2}-\d{2}[T ,]{1,2}\d{2}:\d{2}|^\[(?:INFO|DEBUG|WARN(?:ING)?|ERROR|TRACE)\]|^\w{3} {1,2}\d{1,2} \d{2}:\d{2}:\d{2} /,
  ],
  [
    'a message of a chat',
    /^\[?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? )?\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?\]?(?: -)? [^:]{1,40}:(?: |$)/i,
  ],
];

/**
 * What other shape of text a line is of.
 *
 * @param line a trimmed line
 * @returns e.g. `HTML`, `a row of a table`; undefined if it may be a line of plain text
 */
export function foreignTo(line: string): string | undefined {
  const text = line.length > looked ? line.slice(0, looked) : line;
  return shapes.find(([, pattern]) => pattern.test(text))?.[0];
}
