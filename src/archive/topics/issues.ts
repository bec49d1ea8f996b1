/** What a schema complains of, in words for the person who edits the file. */

import type { Path } from '../../diagnostics/yaml-place.ts';

export interface Problem {
  readonly path: Path;
  readonly why: string;
  /** A key of the map at `path` that nobody knows. */
  readonly unknownKey?: string;
}

/** The part of Zod's issues that is read here. */
interface Issue {
  readonly code?: string | undefined;
  readonly path: Path;
  readonly message: string;
  readonly keys?: readonly string[] | undefined;
  readonly errors?: readonly (readonly Issue[])[] | undefined;
}

/** The problems of one issue; of a union's branches, the one whose kind of value it is speaks. */
export function problemsOf(issue: Issue, above: Path = []): Problem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors !== undefined) {
    const best = issue.errors.find((branch) =>
      branch.every(({ code, path: inner }) => code !== 'invalid_type' || inner.length > 0),
    );
    if (best !== undefined) return best.flatMap((inner) => problemsOf(inner, path));
    return [{ path, why: 'a term is text, or a map with `term` and, if wanted, `weight`' }];
  }
  if (issue.code === 'unrecognized_keys')
    return (issue.keys ?? []).map((key) => ({
      path,
      why: `there is no field "${key}"`,
      unknownKey: key,
    }));
  return [{ path, why: issue.message }];
}

/** `terms 3 → weight` from the path of a problem; counts from 1, as people do. */
export function fieldName(path: Path): string {
  let name = '';
  for (const step of path) {
    if (typeof step === 'number') name += ` ${step + 1}`;
    else name += name === '' ? String(step) : ` → ${String(step)}`;
  }
  return name === '' ? 'frontmatter' : name;
}
