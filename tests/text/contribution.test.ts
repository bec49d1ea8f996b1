import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contribution, inRoom, mainSentence } from '../../src/text/contribution.ts';
import { withoutOpener } from '../../src/text/contribution-opener.ts';
import { sentencesOf } from '../../src/text/sentences.ts';
import { runs } from '../runs.ts';
import { anyText } from './arbitrary.ts';

/** Abstracts of many kinds, the sentence that says what the paper does after `→`. */
const rows: readonly (readonly [string, string, string])[] = [
  [
    'background first',
    'Tide tables: a learned correction',
    `Tide tables guide every harbour in the world. However, they drift when rivers silt up. → To close this gap, we
    propose a correction that learns from buoys and keeps the tables right. Our method also runs on old computers.
    Extensive experiments show that it outperforms three baselines.`,
  ],
  [
    'the method, not the topic that is studied',
    'A sampler of ferries',
    `In this paper, we study how ferries can be counted from the shore by a single camera. Counting has a long history.
    → We propose a sampler of crossings whose error falls with the square of the hours watched. We also give a bound.`,
  ],
  [
    '"we" in what moves the authors',
    'A census of lighthouses',
    `Suppose we want to know how many lighthouses are lit. We need data that no office keeps. We believe that such data
    matter. → This paper presents a census of lighthouses drawn from the logs of passing ships.`,
  ],
  [
    'nobody named, passive voice',
    'Control of a dredger arm',
    `The arm of a dredger bends under load. Bending is often ignored. → A controller for the bending of the dredger arm
    is proposed in which the load is estimated from the pump. Simulations confirm it.`,
  ],
  [
    'a thing by its name',
    'Weir: simulating locks',
    `Locks are simulated by hand in most offices today. → Weir couples a model of the gates with a model of the basin, and
    is open to everybody. The current version is shown on two canals.`,
  ],
  [
    'history',
    'Salvage and custom on a northern coast',
    `When a ship was wrecked, its timber belonged to whoever found it first. Manor rolls tell of the quarrels that
    followed. → The article argues that salvage was a custom of neighbours long before it became a right of lords.`,
  ],
  [
    'an author alone',
    'On drifting promises',
    `Promises are said to bind because they are meant. The view is common. → In this essay, I argue that a promise binds
    because it is heard. Two objections are met.`,
  ],
  [
    'medicine, with labels',
    'Cold water and sleep in night nurses: a crossover trial',
    `Background: Night nurses sleep badly. Objective: To test whether cold showers help. Methods: Sixty nurses were
    followed for a month. Results: Sleep was 21 minutes longer (95 % CI 9 to 33). → Conclusions: Cold water before noon
    lengthens the sleep of night nurses by a third of an hour. Funding: none.`,
  ],
  [
    'mathematics',
    'Knots in braided rivers',
    `Let a braided river be given. → We prove that every braided river of four arms or more holds a knot, which settles a
    question of Ames. The proof is short.`,
  ],
  [
    'a letter',
    'Slow waves in a shallow basin',
    `Waves in shallow basins have been seen since antiquity. → Here we report the first measurement of a wave slower than
    a walker, made with floats of cork. These results call for a new theory.`,
  ],
  [
    'a survey',
    'Harbour robots: a survey',
    `Robots have entered harbours in recent years, often without notice. → This survey reviews 140 studies of robots in
    harbours and orders them by task, place and risk. Finally, we discuss what is open.`,
  ],
  [
    'data',
    'BuoyNet',
    `Few data of buoys can be had, which limits what can be learned from them. → To this end, we introduce BuoyNet, a
    collection of 40,000 hours of sound from twelve buoys. We further train two models on it.`,
  ],
  [
    'what was found, after its question',
    'Do ferries raise rents?',
    `Rents near ferries are high. It is unclear why. → We find that a new ferry raises rents by 4 % within a mile, and not
    at all beyond it. We use a change of timetables in 1998.`,
  ],
  [
    'nothing of the paper: its first sentence',
    'Ice on canals',
    `→ Canals of the north freeze for a hundred days a year on average. Barges wait. Horses rest as well.`,
  ],
  [
    'what others made, and what is only asked or supposed',
    'Buoys that answer',
    `Can we make buoys answer a ship? When we consider how dark the sea is, that would help. → We build (i) bells and
    (ii) lamps that answer the horns of passing ships. Most did.`,
  ],
  [
    'another language: its first sentence',
    'Gezeitentafeln',
    `→ Gezeitentafeln werden seit zweihundert Jahren gedruckt und gelten als sicher. In dieser Arbeit schlagen wir vor,
    sie mit Bojen zu berichtigen. Die Ergebnisse sind gut.`,
  ],
];

test.each(rows)('%s', (_, title, marked) => {
  const line = marked.replaceAll(/\s+/g, ' ');
  const [before = '', after = ''] = line.split('→').map(sentencesOf);
  expect(mainSentence([...before, ...after], title)).toBe(before.length);
});

test.each([
  ['To address this, we propose a new kind of lock gate.', 'We propose a new kind of lock gate.'],
  [
    'In order to overcome these limitations, this paper presents a gate of two leaves.',
    'This paper presents a gate of two leaves.',
  ],
  [
    'In this paper, we study gates that open by themselves.',
    'We study gates that open by themselves.',
  ],
  ['Here we report on a gate that has never failed.', 'We report on a gate that has never failed.'],
  [
    'Therefore, in this work, we compare gates of eight harbours.',
    'We compare gates of eight harbours.',
  ],
  [
    'Motivated by this, a gate of cork is built and tested at sea.',
    'A gate of cork is built and tested at sea.',
  ],
  [
    'In this paper, gates of cork are compared with gates of oak.',
    'Gates of cork are compared with gates of oak.',
  ],
  [
    'OBJECTIVE: To compare gates of cork with gates of oak.',
    'To compare gates of cork with gates of oak.',
  ],
  [
    '“We present a gate that opens by itself when ships come.',
    'We present a gate that opens by itself when ships come.',
  ],
])('leaves out an opener: %s', (sentence, expected) => {
  expect(withoutOpener(sentence)).toBe(expected);
});

test.each([
  // What is left would be no sentence, or next to nothing.
  'To address this and that, and those as well, the gates opened.',
  'In this paper, we rest.',
  // Content, not an opener.
  'To open gates in less than a minute, we propose a spring of brass.',
  'In this survey of the four hundred locks of the north, we find few gates of oak.',
  'Using these springs of brass and a second gate of oak below the first, kept shut by chains, we gain a minute.',
  'Objective Bayesian gates are compared with others.',
])('and nothing else: %s', (sentence) => {
  expect(withoutOpener(sentence)).toBe(sentence);
});

test('takes the next sentence after a short one', () => {
  const text = 'We present a lock. It fills within a minute. It is cheap.';
  const said = (of: string) => inRoom(contribution(of, ''), 240);
  expect(said(text)).toBe('We present a lock. It fills within a minute.');
  const gate = 'We present a gate that opens by itself when ships draw near.';
  const long = `It is ${'very '.repeat(40)}cheap.`;
  expect(said(`${gate} ${long}`)).toBe(gate);
  expect(said(`We present a gate. ${long}`)).toBe(`We present a gate. ${long}`);
});

test('is of the text, but for a capital', () => {
  fc.assert(
    fc.property(anyText, anyText, (text, title) => {
      const found = inRoom(contribution(text, title), 240);
      const line = text.replaceAll(/\s+/g, ' ').trim();
      expect(line).toContain(found.slice(1));
      expect(line.length === 0 || found.length > 0).toBe(true);
    }),
    runs(300),
  );
});
