/** The regular expressions of the source, found by the compiler's parser, not by another expression. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

export interface SourcePattern {
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
}

/** A `new RegExp` whose pattern is only known while a program runs. */
export interface RuntimePattern {
  readonly file: string;
  readonly line: number;
}

/** The literals of a file; of an Astro component those of its frontmatter. */
export function literalsOf(file: string, text: string): SourcePattern[] {
  const code = file.endsWith('.astro') ? (text.split(/^---$/m)[1] ?? '') : text;
  const before = code === text ? 0 : 1;
  const tree = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const found: SourcePattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + before;
      found.push({
        file,
        line: line + (before === 1 ? 0 : 1),
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Lines on which a file makes an expression of a text. */
export function constructionsOf(file: string, text: string): RuntimePattern[] {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const found: RuntimePattern[] = [];
  const visit = (node: ts.Node): void => {
    const called = ts.isNewExpression(node) || ts.isCallExpression(node);
    if (called && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp')
      found.push({ file, line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

interface Made {
  readonly source: string;
  readonly flags: string;
  /** Where: file and line of each caller. */
  readonly stack: string;
}

/** Loads modules and notes the expressions that they make of texts meanwhile. */
async function madeWhileLoading(root: string, files: readonly string[]): Promise<Made[]> {
  const made: Made[] = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, [text, wanted]: [string | RegExp, string?]) {
      const pattern = new target(text, wanted);
      const { source, flags } = pattern;
      made.push({ source, flags, stack: new Error('here').stack ?? '' });
      return pattern;
    },
  });
  try {
    for (const file of files) await import(pathToFileURL(join(root, file)).href);
  } finally {
    globalThis.RegExp = original;
  }
  return made;
}

export interface SourcePatterns {
  readonly patterns: readonly SourcePattern[];
  readonly runtime: readonly RuntimePattern[];
}

/**
 * All regular expressions of a folder of TypeScript and Astro files.
 *
 * @param root the project's folder
 * @param folder below it
 */
export async function sourcePatterns(root: string, folder: string): Promise<SourcePatterns> {
  const names = await readdir(join(root, folder), { recursive: true });
  const patterns: SourcePattern[] = [];
  const constructions: RuntimePattern[] = [];
  for (const name of names.toSorted()) {
    if (!/\.(?:ts|astro)$/.test(name)) continue;
    const file = `${folder}/${name.replaceAll('\\', '/')}`;
    const text = await readFile(join(root, file), 'utf8');
    patterns.push(...literalsOf(file, text));
    constructions.push(...constructionsOf(file, text));
  }
  const made = await madeWhileLoading(root, [...new Set(constructions.map(({ file }) => file))]);
  const runtime = constructions.filter(({ file, line }) => {
    const here = made.filter(({ stack }) => stack.includes(`${file}:${line}:`));
    patterns.push(...here.map(({ source, flags }) => ({ file, line, source, flags })));
    return here.length === 0;
  });
  return { patterns, runtime };
}
