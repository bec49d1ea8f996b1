import fc from 'fast-check';

/** Space-separated where nothing in them is white space. */
const words = {
  markdown:
    "* ** _ __ ` `` ' '' \" [ ] ]( ![ ( ) < > & # - + -- --- = === 1. 12) : | ~ ~~ ! { } &amp; &#65; [a]:",
  html: '<script> </p> <!-- --> <https://a.b> [x](javascript:y) javascript:',
  tex: '\\ \\\\ $ $$ \\$ \\% \\_ \\{ \\} ^ \\( \\) \\[ \\] \\, \\ldots \\begin{align} \\end{align} Fig.~ $x_1*y$ $$z$$',
  commands: '\\"u \\\'e \\c{c} \\o {\\"u} \\textbf{ \\emph{ \\Foo{} \\href{ \\url{',
  addresses: 'https://a.b/c http://x.org https:// ?a=1&copy=2 . , /',
  words: 'a b word Ü 1 7 数 ש 👩‍🔬 é x',
};

/** Those that are or hold white space, and those that no editor shows. */
const blanks = ['# ', '- ', '\\L ', '{\\em ', '\\ ', ' ', '  ', '\t', '\n', '\n\n', '\r\n'];
const unicode =
  '\u00A0 \u2028 \u2029 \u3000 \u0085 \0 \u001B \uFEFF \u202E \u2066 \uD800 \uDC00 \uFFFF \u200D \u200F';

const pieces = [...Object.values(words), unicode]
  .flatMap((group) => group.split(' '))
  .concat(blanks);

/** Text made of what means something to Markdown, TeX, addresses or encodings. */
const trickyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

/** Few characters, so that they meet often. */
const denseText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'$$$\\_*x1 \n'), maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...'\\\\{}"\'`ueLo -~'), maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...'[]()<>!&#;:-*_`=.1a \n'), maxLength: 20 }),
);

/** That, and any Unicode at all. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: trickyText },
  { weight: 3, arbitrary: denseText },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);
