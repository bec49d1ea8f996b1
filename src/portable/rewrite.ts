/** Modules of a site, made to run from a disk: what would need a server asks `offprint`, which `browser/` provides. */
import { parseSync, Visitor, type ESTree } from 'rolldown/utils';
import { withSlashes } from '../base-path.ts';
import { withEdits, type Edit } from './edits.ts';

export interface Rewritten {
  readonly code: string;
  /** How often it says where the site is (`src/base.ts`). */
  readonly bases: number;
}

/** A string that stands in code as it is, which a minifier may have put into backticks. */
function textOf(node: ESTree.Node): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}

const isNamed = (node: ESTree.Node, name: string): boolean =>
  node.type === 'Identifier' && node.name === name;

/** `location.assign`, called as a method of whatever. */
const isAssign = ({ callee }: ESTree.CallExpression): boolean =>
  callee.type === 'MemberExpression' &&
  isNamed(callee.property, 'assign') &&
  isNamed(callee.object, 'location');

/** What a function of one argument returns, if that is all it does. */
function returned({ params, body }: ESTree.Function): ESTree.Node | undefined {
  const [only] = body?.body ?? [];
  return params.length === 1 && body?.body.length === 1 && only?.type === 'ReturnStatement'
    ? (only.argument ?? undefined)
    : undefined;
}

/**
 * Makes a module ready for the one script of a copy:
 *
 * - the site's base path, where `src/base.ts` and Vite's helper for style sheets have it, is asked for;
 * - and where a file of the site stands by its whole address;
 * - `import.meta` tells where the module was;
 * - modules that are imported by an address that is worked out are asked for, for there are no files of them;
 * - of what Vite fetches ahead of a module, the style sheets stay;
 * - addresses that are gone to get the name of their page's file.
 *
 * @param path in the site
 * @throws {SyntaxError} if it is no module
 */
export function rewriteModule(code: string, path: string, base: string): Rewritten {
  const { program, errors } = parseSync(path, code, { lang: 'js', sourceType: 'module' });
  const [error] = errors;
  if (error !== undefined) throw new SyntaxError(`${path}: ${error.message}`);
  const edits: Edit[] = [];
  const around = ({ start, end }: ESTree.Node, before: string, after: string): void => {
    edits.push({ start, end: start, text: before }, { start: end, end, text: after });
  };
  const replace = ({ start, end }: ESTree.Node, text: string): void => {
    edits.push({ start, end, text });
  };
  const isBase = (node: ESTree.Node): boolean => {
    const text = textOf(node);
    return text !== undefined && text !== '' && withSlashes(text) === base;
  };
  const asset = (node: ESTree.Node): void => {
    const text = textOf(node);
    if (text?.startsWith(`${base}_astro/`))
      replace(node, `(offprint.base+${JSON.stringify(text.slice(base.length))})`);
  };
  let bases = 0;
  new Visitor({
    Literal: asset,
    TemplateLiteral: asset,
    VariableDeclarator({ id, init }) {
      if (isNamed(id, '__vite__mapDeps') && init?.type === 'ArrowFunctionExpression')
        around(init.body, 'offprint.styles(', ')');
    },
    MetaProperty(node) {
      replace(node, `offprint.meta(${JSON.stringify(path)})`);
    },
    ImportExpression({ start, source }) {
      if (textOf(source) === undefined)
        edits.push({ start, end: start + 'import'.length, text: 'offprint.load' });
    },
    CallExpression(node) {
      const [first] = node.arguments;
      if (isAssign(node) && first !== undefined) around(first, 'offprint.page(', ')');
      const { callee } = node;
      if (
        callee.type === 'MemberExpression' &&
        isNamed(callee.property, 'replace') &&
        isBase(callee.object) &&
        first?.type === 'Literal' &&
        'regex' in first &&
        first.regex.pattern === '(?<!\\/)\\/*$'
      ) {
        bases += 1;
        replace(callee.object, '(offprint.base)');
      }
    },
    FunctionExpression(node) {
      const sum = returned(node);
      if (sum?.type === 'BinaryExpression' && sum.operator === '+' && isBase(sum.left))
        replace(sum.left, '(offprint.base)');
    },
  }).visit(program);
  return { code: withEdits(code, edits), bases };
}
