/** What `npm run add` was given, unpacked: of gzip and zip, each file in them becomes a capture of its own. */
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { newBudget, unpack, type Budget } from '../digest/wrapping/archive.ts';
import type { Refused, SourceFile, SourceReading } from './read.ts';

/** Archives within archives, no deeper than this. */
const deepest = 5;

function unpackFile(file: SourceFile, budget: Budget, depth: number): SourceReading {
  const refuse = (source: string, why: string): Refused => ({
    source,
    problems: [diagnostic('digest/wrapping', { file: source }, { why })],
  });
  const unpacked = unpack(file.bytes, budget);
  if (!unpacked) return { files: [file], refused: [] };
  const why = depth > deepest ? `it is packed more than ${deepest} times` : '';
  if (!unpacked.ok || why !== '')
    return { files: [], refused: [refuse(file.source, unpacked.ok ? why : unpacked.why)] };
  const inner = unpacked.members.map(({ name, bytes }) => {
    const own = name === '' ? file.fileName.replace(/\.t?gz$/i, '') : name;
    return unpackFile(
      {
        ...file,
        source: name === '' ? file.source : `${file.source}/${name}`,
        fileName: own.slice(own.lastIndexOf('/') + 1),
        bytes,
      },
      budget,
      depth + 1,
    );
  });
  const left = unpacked.left.map((it) => refuse(`${file.source}/${it.name}`, it.why));
  return {
    files: inner.flatMap(({ files }) => files),
    refused: [...left, ...inner.flatMap(({ refused }) => refused)],
  };
}

/** Unpacks every file that is gzip or zip. */
export function unpackSources(files: readonly SourceFile[]): SourceReading {
  const all = files.map((file) => unpackFile(file, newBudget(), 0));
  return {
    files: all.flatMap((each) => each.files),
    refused: all.flatMap(({ refused }) => refused),
  };
}
