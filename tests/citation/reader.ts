/** A reader of BibTeX that shares no code with the writer: counts braces as BibTeX does, a backslash or not. */
export interface Entry {
  readonly type: string;
  readonly key: string;
  /** Values without their outer delimiters. */
  readonly fields: ReadonlyMap<string, string>;
}

/** All entries of a file. Throws where BibTeX would report an error. */
export function readBibtex(source: string): Entry[] {
  let at = 0;
  const space = (): void => {
    while (/\s/.test(source[at] ?? '')) at++;
  };
  const expect = (character: string): void => {
    if (source[at] !== character) throw new Error(`${character} expected at ${at}`);
    at++;
  };
  const word = (characters: RegExp): string => {
    const start = at;
    while (characters.test(source[at] ?? '')) at++;
    if (at === start) throw new Error(`a name expected at ${at}`);
    return source.slice(start, at);
  };
  const group = (): string => {
    expect('{');
    const start = at;
    for (let depth = 1; depth > 0; at++) {
      if (at >= source.length) throw new Error('a brace is open at the end');
      if (source[at] === '{') depth++;
      if (source[at] === '}') depth--;
    }
    return source.slice(start, at - 1);
  };
  const entries: Entry[] = [];
  for (space(); at < source.length; space()) {
    expect('@');
    const type = word(/[a-z]/);
    expect('{');
    const key = word(/[^\s,{}"#%'()=\\~]/);
    const fields = new Map<string, string>();
    for (space(); source[at] === ','; space()) {
      at++;
      space();
      if (source[at] === '}') break;
      const name = word(/[a-z]/);
      space();
      expect('=');
      space();
      if (fields.has(name)) throw new Error(`${name} twice`);
      fields.set(name, source[at] === '{' ? group() : word(/[a-z]/));
    }
    expect('}');
    entries.push({ type, key, fields });
  }
  return entries;
}

const commands: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
  textless: '<',
  textgreater: '>',
  textbar: '|',
};

/** What LaTeX prints, formulas as their TeX. Throws at anything else that is not plain text to LaTeX. */
export function printedByLatex(source: string): string {
  return source.replaceAll(
    /(?<!\\)(\$[^$%~#&]+(?<!\\)\$)|\\([a-z]+)|\\(.)|([{}])|([%&#_$~^<>|\\])/gsu,
    (_, formula: string, command: string, escaped: string, brace: string, active: string) => {
      if (formula) return formula;
      if (active) throw new Error(`${active} is active`);
      if (brace) return '';
      const character = command ? commands[command] : /[%&#_$]/.exec(escaped)?.[0];
      if (character === undefined) throw new Error(`unknown command ${command}${escaped}`);
      return character;
    },
  );
}
