/** Invented papers that tests write down in the ways of sites, channels and bibliographies. */
export interface Paper {
  readonly title: string;
  readonly authors: readonly string[];
  readonly abstract: string;
  readonly arxiv: string;
  readonly doi: string;
  readonly venue: string;
}

export const papers: readonly Paper[] = [
  {
    title: 'Creep of Fence Posts: Rates from Forty Years of Bills',
    authors: ['Jo Marrow', 'Emilia Ford', 'Sun-Hee Pak'],
    abstract:
      'Posts set in straight lines in 1978 now bend by up to three metres. We survey them against old bills and give rates of creep before any instrument was placed. Movement quickened after wet winters, with a delay that grows downslope.',
    arxiv: '2604.01357',
    doi: '10.1234/creep.2026.4',
    venue: 'Journal of Slow Geology',
  },
  {
    title: 'Do Bakers Compete on Sundays? Opening Hours and the Price of Bread',
    authors: ['Nils Öberg', 'Chiara Fontana'],
    abstract:
      'A reform let bakers open on Sundays in some districts and not in others. Prices on weekdays fell by three per cent where it did. Consumers gained mostly in time rather than in money, and the number of shops rose for two years only.',
    arxiv: '2604.02468',
    doi: '10.1234/bread.2026.9',
    venue: 'Review of Small Markets',
  },
  {
    title: 'LARK-3: Recognising Birds from Two Seconds of Song',
    authors: ['Ngozi Okeke', 'Wei Liu', 'Ane Etxeberria-Goñi', 'Piet van der Meer'],
    abstract:
      'Recorders in the field catch song in fragments. LARK-3 names 214 species from fragments of two seconds and says when it cannot. On nine marshes it halves the errors of the best model before it, at a tenth of the energy.',
    arxiv: '2604.03579',
    doi: '10.1234/lark.2026.1',
    venue: 'Transactions on Field Machines',
  },
  {
    title: 'Silence as consent in leases of mooring places',
    authors: ['Tomasz Wilk', 'Aoife Brennan'],
    abstract:
      'Courts disagree whether a harbour master who takes the rent of an overstaying boat has renewed its lease. This note collects forty judgments and contends that the disagreement is about evidence and not about doctrine.',
    arxiv: '2604.04680',
    doi: '10.1234/moor.2026.2',
    venue: 'Harbour Law Quarterly',
  },
];
