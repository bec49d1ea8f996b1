/** Where the parts of the associations are. */
import type { APIRoute } from 'astro';
import { getAssociations } from '../../search/associations/current.ts';
import { writeAssociationPlan } from '../../search/associations/pack.ts';

export const GET: APIRoute = async () =>
  Response.json(writeAssociationPlan((await getAssociations()).plan));
