/** Files with holes: names stand in the places of what is kept once. Pure. */

/** Stands before and after the name of what was cut out. No page holds it: HTML forbids it. */
export const mark = '\0';

export const hole = (name: string): string => mark + name + mark;

/** Whether parts of a file are to be put back. */
export const hasHoles = (text: string): boolean => text.includes(mark);

/** Names of the parts that a file lacks. */
export const holesOf = (text: string): string[] => text.split(mark).filter((_, at) => at % 2 === 1);

/** In the frame of a paper's page: what is near it, packed apart under its owner's key and this. */
export const nearHole = '~';

/**
 * Puts the parts of a file back.
 *
 * @param find gives a part
 * @throws what `find` throws
 */
export async function fill(text: string, find: (name: string) => Promise<string>): Promise<string> {
  const pieces = text.split(mark);
  const whole = pieces.map((piece, at) => (at % 2 === 0 ? piece : find(piece)));
  return (await Promise.all(whole)).join('');
}
