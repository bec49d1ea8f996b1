/**
 * What a capture holds once it is unwrapped. Pure data.
 *
 *   bytes ── unwrap ──▶ documents, each in one or several readings ── parseDigest ──▶ papers
 */
import type { Cuts } from './private.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

/** The ways to read a page. */
export const pageKinds = ['tags', 'Markdown', 'text', 'units'] as const;
export type PageKind = (typeof pageKinds)[number];

/** One way in which a document is written: a mail says the same as plain text and as HTML. */
export interface Reading {
  /** What formats read. */
  readonly text: string;
  /** In what the text was wrapped, for people, e.g. `mail, HTML`; empty for a text as it is. */
  readonly from: string;
  /** The document without what encodes it: unwrapped, it is `text` again. */
  readonly plain: string;
  /** How the page in it was read, if there is one. */
  readonly page?: PageKind;
}

/** A day that the wrapping states, and its words. */
export interface OwnDate {
  readonly text: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** One document of a capture. */
export interface Document {
  /** The one to be preferred first; never empty. */
  readonly readings: readonly [Reading, ...Reading[]];
  readonly date?: OwnDate;
  /** The subject of a mail, the name of a file. */
  readonly title?: string;
  /** What its plain form no longer has. */
  readonly lost?: Cuts;
  /** What it is in its capture: `message 3`, `list.bib`; empty for the whole of it. */
  readonly part: string;
}

export interface Unwrapped {
  /** The documents that hold anything to read, in the capture's order. */
  readonly documents: readonly Document[];
  /** Parts that hold nothing to read, and why. */
  readonly left: readonly { readonly part: string; readonly why: string }[];
  /** Of the bytes, or what they are wrapped in. */
  readonly encoding: string;
}

export type Unwrapping =
  ({ readonly ok: true } & Unwrapped) | { readonly ok: false; readonly problem: Diagnostic };
