/** What packs need to know of papers to tell whether they are the same as before: a line each, kept from build to build. */
import { hash } from 'node:crypto';
import { asJson, type Kind } from '../../store/kind.ts';
import { linkedIn, type Owner } from './cut.ts';
import { writePack, type Packed } from './pack.ts';

/** A paper's files, taken apart for the packs. */
export interface Cut {
  readonly owner: Owner;
  readonly texts: readonly Packed[];
  readonly pages: readonly Packed[];
  readonly near: string;
}

export interface Sheet {
  /** Key of the paper's pieces. */
  readonly key: string;
  /** Hashes of what stands in the packs. */
  readonly texts: string;
  readonly pages: string;
  readonly near: string;
  /** Ids of the papers that stand near it. */
  readonly links: readonly string[];
}

export const sheets: Kind<Sheet> = {
  name: 'offline-papers',
  modules: ['src/offline/packs/paper-shelf.ts'],
  together: true,
  codec: asJson(),
};

const digestOf = (content: string | Uint8Array): string => hash('sha256', content, 'base64url');

/** The sheet of a paper. */
export const sheetOf = ({ owner, texts, pages, near }: Cut): Sheet => ({
  key: owner.key,
  texts: digestOf(writePack(texts)),
  pages: digestOf(writePack(pages)),
  near: digestOf(near),
  links: linkedIn(near),
});
