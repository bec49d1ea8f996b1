/** The expressions of workflows, as far as ours use them: outputs and outcomes, compared, with `&&` and `||`. Pure. */

/** What expressions may ask for, by its path: `steps.site.outputs.made`. */
export type Context = ReadonlyMap<string, string>;

function operand(text: string, context: Context): string {
  if (text.includes('==') || text.includes('!=')) return String(compared(text, context));
  const literal = /^'(.*)'$/.exec(text);
  return literal ? (literal[1] ?? '') : (context.get(text) ?? '');
}

function compared(text: string, context: Context): boolean {
  const [, left = '', sign, right = ''] = /^(.*?)\s*([=!]=)\s*(.*)$/.exec(text) ?? [];
  return (operand(left, context) === operand(right, context)) === (sign === '==');
}

const isTrue = (value: string): boolean => value !== '' && value !== 'false';

/** The value of an expression without its braces; `&&` and `||` give one of their sides, as there. */
export function valueOf(expression: string, context: Context): string {
  let value = '';
  for (const side of expression.split('||')) {
    value = 'true';
    for (const part of side.split('&&')) {
      value = operand(part.trim(), context);
      if (!isTrue(value)) break;
    }
    if (isTrue(value)) return value;
  }
  return value;
}

/** Whether a step's condition holds; without one it does. */
export const holds = (condition: string | undefined, context: Context): boolean =>
  condition === undefined || isTrue(valueOf(condition, context));

/** A text with its `${{ … }}` filled in. */
export const filledIn = (text: string, context: Context): string =>
  text.replaceAll(/\$\{\{(.*?)\}\}/g, (_, expression: string) =>
    valueOf(expression.trim(), context),
  );
