import type { SimilarityDocument } from '../../src/related/similarity.ts';

/** Invented papers on three subjects, and one on none of them. */
export const papers: readonly SimilarityDocument[] = [
  {
    id: 'kiln-glaze',
    title: 'Crackle Glaze in Wood Kilns',
    text: 'We fire crackle glaze in a wood kiln. The ash of a wood kiln colours the glaze, and crackle glaze cools slowly. The kiln was built by Marlow.',
  },
  {
    id: 'kiln-ash',
    title: 'Ash Deposits and Crackle Glaze',
    text: 'Ash in a wood kiln settles on crackle glaze. We weigh the ash of forty firings in the Marlow kiln and photograph the glaze.',
  },
  {
    id: 'kiln-heat',
    title: 'Heat in the Marlow Kiln',
    text: 'A wood kiln loses heat through its chimney. Thermometers in the Marlow kiln follow the heat of the glaze and of the chimney.',
  },
  {
    id: 'bee-dance',
    title: 'Waggle Dances of Mountain Bees',
    text: 'Mountain bees tell where heather flowers by waggle dances. We film waggle dances in six hives; bees of one hive dance longer.',
  },
  {
    id: 'bee-heather',
    title: 'Heather Honey and the Waggle Dance',
    text: 'Honey from heather is dark. Hives whose bees dance the waggle dance towards heather give dark honey, as films of the hives say.',
  },
  {
    id: 'bee-winter',
    title: 'How Mountain Bees Winter',
    text: 'In winter mountain bees cluster in the hive. Hives on heather lose fewer bees, and the cluster of a hive warms its honey.',
  },
  {
    id: 'tide-gate',
    title: 'Tide Gates on Small Rivers',
    text: 'Tide gates keep salt water out of small rivers. Eels pass the tide gates at slack water; salt water passes them in storms.',
  },
  {
    id: 'tide-eel',
    title: 'Eels at the Tide Gate',
    text: 'Young eels wait for slack water at tide gates. We count eels in small rivers, below the gate and above, in salt water and fresh.',
  },
  {
    id: 'alone',
    title: 'Chess Endings with Two Knights',
    text: 'Two knights cannot force checkmate against a bare king unless a pawn is blockaded behind the Troitsky line.',
  },
];
