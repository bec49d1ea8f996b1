import { describe, expect, test } from 'vitest';
import { boilerplateOf, speaksOfPage } from '../../../src/digest/plain/boilerplate.ts';
import { phraseRows } from '../../../src/digest/plain/vocabulary.ts';

describe('boilerplateOf', () => {
  test.each([
    ['new', 'the mark of a new feature'],
    ['Get trending papers in your email inbox once a day!', 'the mailing-list invitation'],
    ['byAK and the research community', 'the curators'],
    ['## by AK and the research community', 'the curators'],
    ['by [AK](https://huggingface.co/akhaliq) and the research community', 'the curators'],
    ['von AK und der Forschungsgemeinschaft', 'the curators'],
    ['**Page Title:** Trending Papers', 'a field of the export'],
    ['# Daily Papers - Hugging Face', 'the name of the page'],
    ['S’abonner', 'the subscription button'],
    ['Monthly', 'navigation'],
    ['Previous', 'paging'],
    ['« Previous 1 2 3 … 9 Next »', 'paging'],
    ['Trending Papers ranked by GitHub stars activity', 'the name of the page'],
    ['© 2025 Hugging Face', 'the note of rights'],
    ['74', 'a number, as of votes or comments'],
    ['1,012', 'a number, as of votes or comments'],
    ['[-] 74', 'votes'],
    ['[-] -', 'votes'],
    ['Upvote 74', 'votes'],
    ['▲ 74', 'votes'],
    ['12 comments', 'the number of comments'],
    ['· 8 authors', 'the number of authors'],
    ['- 1 author', 'the number of authors'],
    ['2 authors](https://huggingface.co/papers/2410.01234)', 'the number of authors'],
    ['Submitted by someuser', 'the submitter'],
    ['· Published on Oct 8, 2024', 'the date of the paper'],
    ['3 days ago', 'the age of the paper'],
    ['GitHub 11.3k', 'the stars on GitHub'],
    ['[LINK: GitHub 11.3k](https://github.com/a/b)', 'a link'],
    ['https://huggingface.co/papers/2410.01234', 'an address'],
    ['--------------------', 'a rule'],
    ['* * *', 'a rule'],
    ['·', 'a mark between two facts'],
    ['|', 'a mark between two facts'],
    ['[Content truncated]', 'the end of a cut capture'],
  ])('%s is %s', (line, what) => {
    expect(boilerplateOf(line)?.what).toBe(what);
  });

  test.each([
    '',
    'Quiet Graphs',
    '2 OLMo 2 Furious',
    'New Methods for Old Papers',
    'By the Numbers: Counting in Language Models',
    'Daily Papers and How to Read Them: A Study of Digests',
    'We propose a method. Code is at https://github.com/a/b',
    '[Quiet Graphs: A Study of Everything That Says Little](https://huggingface.co/papers/2410.01234)',
    '1. A first item',
  ])('%j is none', (line) => {
    expect(boilerplateOf(line)).toBeUndefined();
  });

  test('every phrase of the table is found, in capitals too', () => {
    for (const { phrases, what } of phraseRows) {
      for (const phrase of phrases.split('|').filter((text) => /^[a-z ]{3,}$/.test(text))) {
        expect([phrase, boilerplateOf(phrase.toUpperCase())?.what]).toEqual([phrase, what]);
      }
    }
  });
});

test.each([
  ['Erhalte angesagte Paper in deinem Posteingang!', true],
  ['在您的收件箱中获取热门论文！', true],
  ['Reading list of the group', false],
  ['Quiet Graphs', false],
])('speaksOfPage(%s) is %s', (line, speaks) => {
  expect(speaksOfPage(line)).toBe(speaks);
});
