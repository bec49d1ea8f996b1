/** Addresses that papers had before: a reading list follows them. */
import { getArchive } from '../../archive/index.ts';

export async function GET(): Promise<Response> {
  const archive = await getArchive();
  const former = archive.papers.flatMap(({ id, aliases }) =>
    aliases.filter((alias) => archive.paper(alias) === undefined).map((alias) => [alias, id]),
  );
  return Response.json(Object.fromEntries(former));
}
