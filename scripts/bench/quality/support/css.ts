/** The features that a style sheet uses. */
import { parse, walk, type CssNode, type WalkContext } from 'css-tree';
import { at, type Uses } from './compat.ts';

/** Where MDN describes functions and other values of every property: name → paths. */
const types = new Map<string, (readonly [string, ...string[]])[]>();
(function index(place: object, path: readonly [string, ...string[]]): void {
  for (const [name, below] of Object.entries(place)) {
    if (name === '__compat' || typeof below !== 'object' || below === null) continue;
    types.set(name, [...(types.get(name) ?? []), [...path, name]]);
    index(below, [...path, name]);
  }
})(at('css', 'types') ?? {}, ['css', 'types']);

const sizes: Readonly<Record<string, string>> = { d: 'dynamic', l: 'large', s: 'small' };

function unit(name: string): string {
  if (/^cq(?:[whib]|min|max)$/.test(name)) return 'container_query_length_units';
  const size = sizes[/^([dls])v(?:[whib]|min|max)$/.exec(name)?.[1] ?? ''];
  return size === undefined ? name : `viewport_percentage_units_${size}`;
}

/** Values are looked for with their property, then among all types. */
function addValue(value: CssNode, property: string, uses: Uses): void {
  let parts = 0;
  walk(value, (part: CssNode) => {
    if (part.type === 'Identifier') uses.add('css', 'properties', property, part.name);
    if (part.type === 'Dimension') uses.add('css', 'types', 'length', unit(part.unit));
    if (part.type === 'Function' && !uses.add('css', 'properties', property, part.name)) {
      const [path, ...others] = types.get(part.name) ?? [];
      if (path && others.length === 0) uses.add(...path);
    }
    if (part.type !== 'Value') parts += 1;
    // A shorthand that took more parts over the years.
    if (part.type === 'Dimension') uses.add('css', 'properties', property, 'includes_thickness');
  });
  if (parts > 1) uses.add('css', 'properties', property, 'includes_color-and-style');
}

/**
 * Names that begin with a dash are of one engine and passed over by the others, as MDN's tables have it: whoever writes
 * one writes the common one beside it, or means that engine.
 *
 * @param css a style sheet
 * @throws what css-tree says where it cannot be read
 */
export function usesOfCss(css: string, uses: Uses): void {
  const tree = parse(css, {
    onParseError: (error: Error) => {
      throw error;
    },
  });
  let rules = 0;
  walk(tree, {
    enter(this: WalkContext, node: CssNode) {
      if (node.type === 'Declaration') {
        const { property, value } = node;
        if (property.startsWith('--')) addValue(value, 'custom-property', uses);
        if (property.startsWith('-')) return;
        const name = this.atrule?.name ?? '';
        if (rules === 0 && at('css', 'at-rules', name, property))
          uses.add('css', 'at-rules', name, property);
        else uses.must('css', 'properties', property);
        addValue(value, property, uses);
      } else if (node.type === 'Atrule') uses.must('css', 'at-rules', node.name);
      else if (node.type === 'Feature') uses.add('css', 'at-rules', 'media', node.name);
      else if (node.type === 'FeatureRange') uses.add('css', 'at-rules', 'media', 'range_syntax');
      else if (node.type === 'FeatureFunction')
        uses.add('css', 'at-rules', 'container', 'style_queries_for_custom_properties');
      else if (node.type === 'PseudoClassSelector' || node.type === 'PseudoElementSelector') {
        if (node.name.startsWith('-')) return;
        uses.must('css', 'selectors', node.name);
        const prelude = this.rule?.prelude;
        if (prelude?.type === 'SelectorList' && prelude.children.size > 1)
          uses.addListed(node.name);
      } else if (node.type === 'NestingSelector') uses.add('css', 'selectors', 'nesting');
      else if (node.type === 'Rule') {
        rules += 1;
        if (rules > 1) uses.add('css', 'selectors', 'nesting');
      }
    },
    leave(node: CssNode) {
      if (node.type === 'Rule') rules -= 1;
    },
  });
}
