import type { LinkKind } from './archive.ts';

/** What an address says of itself. */
export interface HostClue {
  readonly kind: LinkKind;
  /** The words around the address cannot change it. */
  readonly sure: boolean;
}

interface HostRule extends HostClue {
  readonly host: RegExp;
  readonly path?: RegExp;
}

function sure(kind: LinkKind, host: RegExp, path?: RegExp): HostRule {
  return { kind, host, path, sure: true };
}

function likely(kind: LinkKind, host: RegExp, path?: RegExp): HostRule {
  return { kind, host, path, sure: false };
}

const huggingFace = /^(huggingface\.co|hf\.co)$/;

/** First match wins. Hosts come in lower case and without `www.`. */
const rules: readonly HostRule[] = [
  sure('data', huggingFace, /^\/datasets\//),
  sure('demo', huggingFace, /^\/spaces\//),
  sure('paper', huggingFace, /^\/papers\//),
  likely('model', huggingFace, /^\/collections\//),
  sure('model', huggingFace, /^\/[^/]+\/[^/]+/),
  likely('model', huggingFace),
  sure('data', /^kaggle\.com$/, /^\/(datasets|competitions|c)\//),
  sure('code', /^kaggle\.com$/, /^\/code\//),
  sure('data', /^(physionet\.org|openslr\.org|data\.mendeley\.com)$/),
  likely('data', /(^|\.)(zenodo\.org|figshare\.com|dataverse\.[a-z.]+|osf\.io)$/),
  likely('data', /^(dx\.)?doi\.org$/, /^\/10\.(5281\/zenodo|6084\/m9)\./i),
  sure('demo', /^colab\.research\.google\.com$|\.hf\.space$|\.gradio\.live$/),
  sure('demo', /(^|\.)(youtube\.com|youtu\.be|vimeo\.com|bilibili\.com)$/),
  sure('paper', /(^|\.)(arxiv\.org|doi\.org|openreview\.net|aclanthology\.org|aclweb\.org)$/),
  sure('paper', /(^|\.)(semanticscholar\.org|biorxiv\.org|medrxiv\.org)$/),
  sure('paper', /^(proceedings\.mlr\.press|openaccess\.thecvf\.com)$/),
  sure('code', /^(pypi\.org|npmjs\.com|crates\.io|gist\.github\.com)$/),
  likely('code', /^(github\.com|gitlab\.com|bitbucket\.org|gitee\.com|codeberg\.org)$/),
  likely('code', /^anonymous\.4open\.science$/),
  likely('project', /\.(github|gitlab|readthedocs)\.io$|^sites\.google\.com$/),
  likely('project', /\.(netlify\.app|vercel\.app|pages\.dev|notion\.site)$/),
  likely('project', /^(tiny\.cc|tinyurl\.com|bit\.ly|goo\.gl|t\.ly|rb\.gy|aka\.ms)$/),
];

/** What host and path say of an address; nothing for an unknown host. */
export function hostClue({ hostname, pathname }: URL): HostClue | undefined {
  const bare = hostname.replace(/^www\./, '');
  return rules.find(({ host, path }) => host.test(bare) && (path?.test(pathname) ?? true));
}
