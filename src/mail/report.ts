/** What a run says it did. Names nobody: recipients are lines of the list. Pure. */
import { counted } from '../text/counted.ts';
import type { SendReport, Told } from './send.ts';

/** Of one digest. */
export interface EditionReport extends SendReport {
  readonly digest: string;
  readonly title: string;
  readonly papers: number;
  /** Lines of those for whom the digest has no paper. */
  readonly nothing: readonly number[];
  /** Files that were written instead of sending. */
  readonly files?: readonly string[];
  /** Messages that were noted, and are about to be sent by the run that planned them. */
  readonly planned?: number;
  /** Without sending: how many papers each line would get. */
  readonly wouldGet?: readonly { readonly line: number; readonly papers: number }[];
}

/** Whether everybody who was to get it has got it, for sure. */
export const isDone = ({ refused, later, doubt, left, stopped }: SendReport): boolean =>
  refused.length + later.length + doubt.length + left.length === 0 && stopped === undefined;

/** Lines that a list of them shows. */
const mostShown = 20;

function toldLines(told: readonly Told[], what: string): string[] {
  const shown = told.slice(0, mostShown).map(({ line, why }) => `  line ${line}: ${what}: ${why}`);
  const more = told.length - shown.length;
  return more > 0 ? [...shown, `  and ${more} more: ${what}`] : shown;
}

/** A report for people. @param again what to run to send to those in doubt */
export function toText(report: EditionReport, again = '--again'): string {
  const { digest, title, papers, sent, before, refused, later, doubt, left, nothing } = report;
  const { files, wouldGet, stopped, interrupted, planned } = report;
  const facts = [
    planned === undefined ? '' : `${counted(planned, 'message')} planned`,
    files === undefined && wouldGet === undefined && planned === undefined
      ? `sent to ${sent.length}`
      : '',
    files === undefined ? '' : `${counted(files.length, 'file')} written`,
    before.length > 0 ? `${before.length} had got it before` : '',
    nothing.length > 0 ? `no paper for ${nothing.length}` : '',
    refused.length > 0 ? `${refused.length} refused` : '',
    later.length > 0 ? `${later.length} put off` : '',
    doubt.length > 0 ? `${doubt.length} in doubt` : '',
    left.length > 0 ? `${left.length} not tried` : '',
  ].filter((fact) => fact !== '');
  return [
    `${title} (${digest}), ${counted(papers, 'paper')}: ${facts.join(', ')}.`,
    ...(wouldGet ?? []).map((it) => `  line ${it.line}: ${counted(it.papers, 'paper')}`),
    ...toldLines(refused, 'refused'),
    ...toldLines(later, 'put off'),
    ...toldLines(doubt, 'in doubt'),
    ...(doubt.length > 0
      ? [
          `  Those in doubt may have got it. ${again} sends it to them (and to those refused) once more.`,
        ]
      : []),
    ...(later.length + left.length > 0 && !interrupted && planned === undefined
      ? ['  The next run sends what was put off or not tried.']
      : []),
    ...(stopped === undefined ? [] : [`  No more was tried: ${stopped}.`]),
  ].join('\n');
}
