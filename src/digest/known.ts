/** What is known of a paper, without what is not. */
type Known<Facts> = { readonly [Name in keyof Facts]?: NonNullable<Facts[Name]> };

/** Whether a fact says anything: it is there, and no empty text or list. */
const isKnown = (fact: unknown): boolean =>
  typeof fact === 'string' || Array.isArray(fact) ? fact.length > 0 : fact !== undefined;

/** The facts that are known, in their order: undefined ones, empty texts and empty lists are left out. */
export function known<Facts extends object>(facts: Facts): Known<Facts>;
export function known(facts: object): object {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => isKnown(fact)));
}
