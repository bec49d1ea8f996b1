import { describe, expect, it } from 'vitest';
import { langOf, writtenIn } from '../../src/text/language.ts';

describe('writtenIn', () => {
  it.each([
    ['en', 'We show that the kettle of a small ship is heated by the sun.'],
    ['de', 'Wir zeigen, dass der Kessel eines Schiffs von der Sonne erwärmt wird und nicht kocht.'],
    ['fr', 'Nous montrons que les bateaux sont chauffés par le soleil dans une baie.'],
    ['es', 'Mostramos que los barcos se calientan por el sol en una bahía y para siempre.'],
    ['it', 'Mostriamo che il sole della baia scalda le navi per una notte nel porto.'],
    ['pt', 'Mostramos que os barcos não esfriam em uma baía com o sol do norte.'],
    ['nl', 'Wij tonen dat het schip van een kapitein niet door de zon wordt verwarmd.'],
    ['ja', '太陽が船を暖めることを示す。'],
    ['zh', '我们证明太阳使船变暖。'],
    ['ko', '태양이 배를 따뜻하게 한다는 것을 보인다.'],
    ['ru', 'Мы показываем, что солнце греет корабль.'],
    ['uk', 'Ми показуємо, що сонце гріє кораблі.'],
    ['el', 'Δείχνουμε ότι ο ήλιος ζεσταίνει το πλοίο.'],
    ['he', 'אנו מראים שהשמש מחממת את הספינה.'],
    ['ar', 'نبين أن الشمس تدفئ السفينة.'],
    ['fa', 'نشان می‌دهیم که خورشید کشتی را گرم می‌کند و چگونه.'],
  ])('knows %s', (language, text) => {
    expect(writtenIn(text)).toBe(language);
  });

  it.each(['', 'Kettle-7B', 'El Niño', 'λ-calculus: α, β and γ', 'Der Kessel', '£5 – 7 %'])(
    'does not guess at “%s”',
    (text) => {
      expect(writtenIn(text)).toBeUndefined();
    },
  );
});

describe('langOf', () => {
  it('says nothing where the page says it, or where nothing is known', () => {
    const text = 'The kettle of the ship is heated by the sun.';
    expect(langOf(text, 'en-GB')).toBeUndefined();
    expect(langOf(text, 'de')).toBe('en');
    expect(langOf('Kettle-7B', 'de')).toBeUndefined();
  });
});
