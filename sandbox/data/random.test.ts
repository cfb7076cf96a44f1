import { describe, expect, it } from 'vitest';
import { chooser } from './random.ts';

const many = Array.from({ length: 20_000 }, (_, ordinal) => ordinal);

describe('a chooser', () => {
  it('gives the same answers again, whatever was asked before', () => {
    const first = chooser(1, 'thing', 5);
    const second = chooser(1, 'thing', 5);
    second.unit('something else');
    expect(second.unit('size')).toBe(first.unit('size'));
    expect(first.unit('size')).toBe(first.unit('size'));
  });

  it('answers otherwise for another seed, kind, record or question', () => {
    const answers = [
      chooser(1, 'thing', 5).unit('size'),
      chooser(2, 'thing', 5).unit('size'),
      chooser(1, 'other', 5).unit('size'),
      chooser(1, 'thing', 6).unit('size'),
      chooser(1, 'thing', 5).unit('colour'),
    ];
    expect(new Set(answers).size).toBe(answers.length);
  });

  it('spreads its answers evenly over the records', () => {
    const share = many.filter((ordinal) => chooser(3, 'thing', ordinal).chance('rare', 0.1)).length / many.length;
    expect(share).toBeGreaterThan(0.09);
    expect(share).toBeLessThan(0.11);
    const dice = many.map((ordinal) => chooser(3, 'thing', ordinal).integer('dice', 1, 6));
    for (const face of [1, 2, 3, 4, 5, 6]) {
      const rolled = dice.filter((value) => value === face).length / many.length;
      expect(rolled).toBeGreaterThan(0.15);
      expect(rolled).toBeLessThan(0.185);
    }
    expect(new Set(dice).size).toBe(6);
  });

  it('takes several different ones in order, and no more than there are', () => {
    for (const ordinal of many.slice(0, 500)) {
      const chosen = chooser(3, 'thing', ordinal).several('some', 7, 12);
      expect(chosen).toEqual([...new Set(chosen)].toSorted((a, b) => a - b));
      expect(chosen).toHaveLength(7);
      expect(Math.min(...chosen)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...chosen)).toBeLessThan(12);
    }
    const { several } = chooser(3, 'thing', 0);
    expect(several('some', 7, 3)).toEqual([0, 1, 2]);
    expect([several('some', 7, 0), several('some', 0, 3)]).toEqual([[], []]);
  });
});
