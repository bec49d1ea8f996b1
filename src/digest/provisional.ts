/** The title of a paper of which only an identifier is known: the identifier itself, e.g. `arXiv 2501.04217`. */
import { identifiersIn } from './identifiers.ts';

/**
 * Whether a title only stands in for one: it is an identifier as `identifiersIn` names it, and nothing else.
 */
export const isProvisional = (title: string): boolean =>
  /^(?:OpenReview [\w-]{6,20}|ACL [A-Z]\d\d-\d{4})$/.test(title) ||
  identifiersIn(title)[0]?.name === title;

/** Of a list of links a paper, until its title is known from elsewhere or a person has given it one. */
export interface Completable {
  readonly title: string;
  readonly incomplete?: boolean | undefined;
}

/** Whether an entry still has no title but its identifier. */
export const lacksTitle = ({ title, incomplete }: Completable): boolean =>
  incomplete === true && isProvisional(title);
