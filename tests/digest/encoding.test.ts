import { describe, expect, test } from 'vitest';
import { decodeCapture } from '../../src/digest/encoding.ts';

const file = 'digest.txt';
/** `\xhh` as a byte each. */
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const words = 'We propose a method for learning graphs, ';

function said(input: Uint8Array): string {
  const decoding = decodeCapture(file, input);
  return decoding.ok ? `${decoding.encoding}: ${decoding.text}` : decoding.problem.what;
}

describe('what is written in Windows-1252 is read', () => {
  test.each([
    [
      'quotes and dashes',
      '\x93Quiet\x94 graphs \x96 it\x92s slow\x85fast',
      '“Quiet” graphs – it’s slow…fast',
    ],
    ['French', 'cr\xe9\xe9e \xe0 l\x92\xe9cole, No\xebl, \x9cuvre', 'créée à l’école, Noël, œuvre'],
    ['capitals', '\xc9COLE D\xc9J\xc0 GR\xd6\xdfE', 'ÉCOLE DÉJÀ GRÖßE'],
    [
      'Spanish and prices',
      '\xbfqu\xe9? \xa13 d\xedas! \xa35, 20\xb0C, 5\xb5m, 10\xb10.2, d\xb2',
      '¿qué? ¡3 días! £5, 20°C, 5µm, 10±0.2, d²',
    ],
  ])('%s', (_, written, read) => {
    expect(said(bytes(words + written))).toBe(`windows-1252: ${words}${read}`);
  });
});

describe('another encoding is read where it is certain', () => {
  test.each([
    [
      'windows-1251',
      'zPsg6Ofs5fD/5ewsIOrg6iDh+/Hy8O4g8e/u6+fg/vIg8fLu6+H7IO7j8ODkIO3gIOLr4Obt+/Ug8err7u3g9Swg6CDu4fr/8e3/5ewg5+Dk5fDm6vMg7+7x6+Ug5O7m5OXpLg==',
      'Мы измеряем, как быстро сползают столбы оград на влажных склонах, и объясняем задержку после дождей.',
    ],
    [
      'koi8-u',
      '7dkgydrNxdLRxc0sIMvByyDC2dPU0s8g09DPzNrBwNQg09TPzMLZIM/H0sHEIM7BINfMwdbO2cgg08vMz87ByCwgySDPwt/R087Rxc0g2sHExdLWy9Ug0M/TzMUgxM/WxMXKLg==',
      'Мы измеряем, как быстро сползают столбы оград на влажных склонах, и объясняем задержку после дождей.',
    ],
    [
      'iso-8859-5',
      'vOsg2Nfc1eDv1dwsINrQ2iDR6+Hi4N4g4d/e29fQ7uIg4eLe29HrIN7T4NDUIN3QINLb0Nbd6+Ug4drb3t3Q5S4=',
      'Мы измеряем, как быстро сползают столбы оград на влажных склонах.',
    ],
    [
      'iso-8859-7',
      'zOX08dzs5SDw/PPvIOPx3uPv8eEg4+vp8/Tx7/3tIO/pIPbx3Pf05fIg8/Tp8iD14/Hd8iDw6+Hj6d3yIOzl9Nwg4fD8IPTp8iDi8e/33fIu',
      'Μετράμε πόσο γρήγορα γλιστρούν οι φράχτες στις υγρές πλαγιές μετά από τις βροχές.',
    ],
    [
      'iso-8859-2',
      'TWllcnp5bXksIGphayBzenlia28gb3N1d2FqsSBzaeogc7N1cHkgcLNvdPN3IG5hIHdpbGdvdG55Y2ggemJvY3phY2g7IGR6aeprdWplbXkgemEgv211ZG6xIHByYWPqIGkgY2mxZ7OxIHBvbW9jLg==',
      'Mierzymy, jak szybko osuwają się słupy płotów na wilgotnych zboczach; dziękujemy za żmudną pracę i ciągłą pomoc.',
    ],
    [
      'windows-1250',
      'Tez47W1lLCBqYWsgcnljaGxlIHNlIHNlc291dmFq7SBzbG91cGt5IHBsb3T5IG5hIHZsaGv9Y2ggc3Zheu1jaCwgYSB2eXN27HRsdWplbWUgenBvnmTsbu0gcG8gZGWadO1jaCwga3RlcukgcPhpmmx5IHog+mRvbO0u',
      'Měříme, jak rychle se sesouvají sloupky plotů na vlhkých svazích, a vysvětlujeme zpoždění po deštích, které přišly z údolí.',
    ],
    [
      'windows-1256',
      '5N7t0yDT0drJIMfk0uHH3iDD2uPPySDH4dPtx8wg2uHsIMfh4+TNz9HHyiDH4dHYyMkgyNrPIMfh49jRLg==',
      'نقيس سرعة انزلاق أعمدة السياج على المنحدرات الرطبة بعد المطر.',
    ],
    [
      'shift_jis',
      'iUqCzIKggsaCyY68gsGCvY7OlsqCxY3ygsyNWYKqgseC6oLZgseRrIKtk66CrYLMgqmC8JGqguiBQYK7gsySeILqgsyXnZdSgvCQ4Ja+greC6YFC',
      '雨のあとに湿った斜面で柵の杭がどれほど速く動くのかを測り、その遅れの理由を説明する。',
    ],
    [
      'euc-jp',
      'saukzqSipMiky7y+pMOkv7zQzMykx7r0pM65uqSspMmk7KTbpMnCrqSvxrCkr6TOpKuk8sKspOqhoqS9pM7D2aTspM7N/c2zpPLA4szApLmk66Gj',
      '雨のあとに湿った斜面で柵の杭がどれほど速く動くのかを測り、その遅れの理由を説明する。',
    ],
    [
      'gb18030',
      'ztLDx7Liwb/By9PquvOzscqqyb3GwsnP1aTAuNb519PSxravtcTL2bbIo6yyosfSy7XD98HLzqrKssO0u+HT0NXi0fm1xNHTs9mjrNXittTT2sWpw/HAtMu1yse63NbY0qq1xKGj',
      '我们测量了雨后潮湿山坡上栅栏柱子移动的速度，并且说明了为什么会有这样的延迟，这对于农民来说是很重要的。',
    ],
    [
      'big5',
      'p9qtzLT6tnGkRqtCq+G86cDjpHOpWaRXrF3E5qxXpGyyvrDKqrqzdKvXoUGow6VCu6Gp+qRGrLCksLvyt3yms7NvvMuquqm1v/ChQbNvue+p87lBpcGo07uhrE+r3K2rrW6quqFD',
      '我們測量了雨後潮濕山坡上柵欄柱子移動的速度，並且說明了為什麼會有這樣的延遲，這對於農民來說是很重要的。',
    ],
    [
      'euc-kr',
      'v+y4rrTCILrxsKEgv8IgtdogwaXAuiC68cW7v6G8rSC/78W4uK4gseK11cDMIL7zuLazqiC7obiuIL/ywffAzLTCwfYgwOew7SCx1yDB9r+swMcgwMzAr7imILyzuO3H0bTZLg==',
      '우리는 비가 온 뒤 젖은 비탈에서 울타리 기둥이 얼마나 빨리 움직이는지 재고 그 지연의 이유를 설명한다.',
    ],
  ])('%s, between words of English', (label, base64, text) => {
    const input = Buffer.concat([bytes(words), Buffer.from(base64, 'base64'), bytes(`\n${words}`)]);
    expect(said(input)).toBe(`${label}: ${words}${text}\n${words}`);
  });

  test.each(['utf-16le', 'utf-16be'])('%s without a mark, mostly of ideographs', (label) => {
    const text = '测量栅栏\n雨后潮湿山坡上栅栏柱子移动的速度与延迟\n\n柱子\n';
    const input = Buffer.from(text, 'utf16le');
    expect(said(label === 'utf-16le' ? input : input.swap16())).toBe(`${label}: ${text}`);
  });
});

describe('what is not certain is refused, by name if it can be told', () => {
  test.each([
    ['Mac Roman', 'pr\x8esent\x8e, it\xd5s, d\x8ej\x88'],
    ['IBM866', '\x8c\xeb \xaf\xe0\xa5\xa4\xe1\xe2\xa0\xa2\xab\xef\xa5\xac \xad\xae\xa2\xeb\xa9'],
    ['ISO-2022', '\x1b$BK\\8&5f$G$O\x1b(B'],
  ])('%s', (name, written) => {
    expect(said(bytes(words + written))).toContain(`it looks like ${name}`);
  });

  test.each([
    ['one word of Chinese', '\xbb\xb0\xcc\xe2\xb3\xcb\xb7\xa8'],
    ['one name in Latin-2', 'P\xf8in\xe1\xb9\xedme zp\xf9sob'],
    [
      'Mac Cyrillic',
      '\x8c\xfb \xe8\xe7\xec\xe5\xf0\xdf\xe5\xec, \xea\xe0\xea \xe1\xfb\xf1\xf2\xf0\xee',
    ],
  ])('%s', (_, written) => {
    expect(said(bytes(words + written))).toContain('Offprint cannot read the text of this file');
  });

  test.each([
    ['little', [0, 1, 2, 3]],
    ['big', [3, 2, 1, 0]],
  ])('UTF-32 without a mark, %s endian', (_, order) => {
    const text = [...words].flatMap((char) => order.map((at) => (at === 0 ? char : '\0')));
    expect(said(bytes(text.join('')))).toContain('it is UTF-32 text');
  });

  test('an encoding that cannot be told is refused all the same', () => {
    expect(said(bytes(`${words}\x81 \x9d`))).toContain(
      'neither UTF-8 nor UTF-16 nor any other encoding',
    );
  });
});
