/** A part of the associations, named by what it holds. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getAssociations } from '../../../search/associations/current.ts';

export const getStaticPaths = (async () => {
  const { parts } = await getAssociations();
  return [...parts].map(([part, text]) => ({ params: { part }, props: { text } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
