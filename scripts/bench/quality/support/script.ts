/** The features that the scripts of pages use, found in their sources by type: what is whose, a name alone does not say. */
import { globSync } from 'node:fs';
import { join, sep } from 'node:path';
import ts from 'typescript';
import { closureOf } from '../../../../src/store/code.ts';
import type { Uses } from './compat.ts';

const library = /\/typescript\/lib\/lib\.[^/]*\.d\.ts$/;

/** Where MDN keeps what TypeScript says of a mixin or of the class behind an instance. */
const homes: Readonly<Record<string, readonly string[]>> = {
  AnimationFrameProvider: ['Window'],
  Body: ['Response'],
  ChildNode: ['Element'],
  ElementCSSInlineStyle: ['HTMLElement'],
  ElementContentEditable: ['HTMLElement'],
  GlobalEventHandlers: ['Element', 'HTMLElement'],
  HTMLOrSVGElement: ['HTMLElement'],
  InnerHTML: ['Element'],
  IteratorObject: ['Iterator'],
  NonDocumentTypeChildNode: ['Element'],
  NonElementParentNode: ['Document'],
  ParentNode: ['Element', 'Document'],
  ReadonlyArray: ['Array'],
  ReadonlyMap: ['Map'],
  ReadonlySet: ['Set'],
  WindowLocalStorage: ['Window'],
  WindowOrWorkerGlobalScope: ['Window'],
  WindowSessionStorage: ['Window'],
};

/** Files of the sources that run in a browser, from the project's folder. */
export function browserSources(root: string): string[] {
  const begin = globSync(['src/**/browser/**/*.ts', 'src/offline/worker/*.ts'], { cwd: root });
  return closureOf(
    root,
    begin.map((name) => name.replaceAll(sep, '/')),
  ).filter((name) => name.endsWith('.ts'));
}

function addMember(owner: string, name: string, isStatic: boolean, uses: Uses): void {
  for (const home of homes[owner] ?? [owner]) {
    uses.add('javascript', 'builtins', home, name);
    uses.add('api', home, isStatic ? `${name}_static` : name);
  }
}

/** The namespace that a declaration stands in, as `CSS`. */
function namespaceOf(declaration: ts.Declaration): string | undefined {
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const { parent } = statement.parent;
  return ts.isModuleBlock(statement.parent) && ts.isModuleDeclaration(parent)
    ? parent.name.text
    : undefined;
}

/** What a declaration of TypeScript's library is for. */
function addDeclared(declaration: ts.Declaration, name: string, uses: Uses): void {
  const { parent } = declaration;
  const space = namespaceOf(declaration);
  if (ts.isInterfaceDeclaration(parent)) {
    const owner = parent.name.text.replace(/Constructor$/, '');
    addMember(owner, name, owner !== parent.name.text, uses);
  } else if (ts.isTypeLiteralNode(parent) && ts.isVariableDeclaration(parent.parent)) {
    addMember(parent.parent.name.getText(), name, true, uses);
  } else if (space !== undefined) {
    addMember(space, name, true, uses);
  } else if (ts.isVariableDeclaration(declaration) || ts.isFunctionDeclaration(declaration)) {
    if (!uses.add('api', name) && !uses.add('javascript', 'builtins', name))
      addMember('Window', name, false, uses);
  }
}

/** Attributes and elements that a script makes: `make('dialog', { closedby: 'any' })`, `setAttribute('popover', …)`. */
function addMarkup(call: ts.CallExpression, uses: Uses): void {
  const [first, second] = call.arguments;
  if (first === undefined || !ts.isStringLiteralLike(first)) return;
  const called = call.expression;
  const name = ts.isPropertyAccessExpression(called) ? called.name.text : called.getText();
  if (/^(?:set|toggle)Attribute$/.test(name)) uses.add('html', 'global_attributes', first.text);
  if (!/^(?:make|createElement)$/.test(name)) return;
  uses.add('html', 'elements', first.text);
  if (second === undefined || !ts.isObjectLiteralExpression(second)) return;
  for (const { name } of second.properties) {
    if (name === undefined || !(ts.isIdentifier(name) || ts.isStringLiteral(name))) continue;
    const attribute = name.text.toLowerCase();
    if (!uses.add('html', 'elements', first.text, attribute))
      uses.add('html', 'global_attributes', attribute);
  }
}

/**
 * Looks through the sources of all that runs in a browser. The bundler rewrites syntax that browsers of some years ago
 * do not know, so only what it leaves counts: objects, their members, markup.
 *
 * @param root the project's folder
 */
export function usesOfScripts(root: string, uses: Uses): void {
  const names = browserSources(root).map((name) => join(root, name));
  const program = ts.createProgram(names, {
    allowImportingTsExtensions: true,
    lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    noEmit: true,
    skipLibCheck: true,
    strict: true,
    target: ts.ScriptTarget.ESNext,
    types: [],
  });
  const checker = program.getTypeChecker();
  const look = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node)) return;
    if (ts.isIdentifier(node)) {
      for (const declaration of checker.getSymbolAtLocation(node)?.declarations ?? []) {
        if (library.test(declaration.getSourceFile().fileName))
          addDeclared(declaration, node.text, uses);
      }
    }
    if (ts.isCallExpression(node)) addMarkup(node, uses);
    ts.forEachChild(node, look);
  };
  for (const name of names) {
    const source = program.getSourceFile(name);
    if (source) look(source);
  }
}
