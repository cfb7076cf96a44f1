import { describe, expect, it } from 'vitest';
import { createClock } from '../clock.ts';
import type { Order } from './order.ts';
import { createRandom } from './random.ts';
import { RecordStore } from './record-store.ts';
import { nothingAdded, type Row, Table } from './table.ts';
import { timeline } from './timeline.ts';

const history = timeline({ seed: 1, salt: 2, count: 3000, start: 1_600_000_000, now: 1_700_000_000 });
const row = (updatedAt: number, gone = false): Row => ({
  createdAt: updatedAt,
  updatedAt,
  revision: 1,
  gone,
  ...nothingAdded,
});
const members = (order: Order) => Array.from({ length: order.length }, (_, position) => order.at(position));

describe('timeline', () => {
  it('ascends by creation, and touches nothing before it was made or after the end', () => {
    for (let i = 1; i < 3000; i++) {
      expect(history.createdAt[i]).toBeGreaterThanOrEqual(history.createdAt[i - 1] ?? 0);
      expect(history.updatedAt[i]).toBeGreaterThanOrEqual(history.createdAt[i] ?? 0);
      expect(history.updatedAt[i]).toBeLessThanOrEqual(1_700_000_000);
    }
  });

  it('has seconds that more records share than a page holds', () => {
    const big = timeline({ seed: 1, salt: 2, count: 20_000, start: 1_600_000_000, now: 1_700_000_000 });
    for (const column of [big.createdAt, big.updatedAt]) {
      const sizes = new Map<number, number>();
      for (const second of column) sizes.set(second, (sizes.get(second) ?? 0) + 1);
      expect(Math.max(...sizes.values())).toBeGreaterThan(150);
    }
  });
});

describe('Table', () => {
  it('keeps both orders right through changes, creations and deletions', () => {
    const table = new Table(history);
    const random = createRandom(5);
    for (let i = 0; i < 500; i++) {
      const isNew = random.next() < 0.2;
      const ordinal = isNew ? table.size : random.integer(table.size);
      const old = table.row(ordinal);
      const updatedAt = 1_700_000_000 + random.integer(50);
      table.put(ordinal, { ...row(updatedAt, random.next() < 0.2), createdAt: isNew ? updatedAt : old.createdAt });
    }
    const alive = Array.from({ length: table.size }, (_, ordinal) => ordinal).filter((ordinal) => table.has(ordinal));
    const by = (key: (ordinal: number) => number) => alive.toSorted((a, b) => key(a) - key(b) || a - b);
    expect(members(table.byUpdate)).toEqual(by((ordinal) => table.updatedAt(ordinal)));
    expect(members(table.byCreation)).toEqual(by((ordinal) => table.createdAt(ordinal)));
  });

  it('counts the entries before a second and an ordinal', () => {
    const table = new Table({ createdAt: Uint32Array.of(1, 2, 3), updatedAt: Uint32Array.of(7, 5, 5) });
    expect(members(table.byUpdate)).toEqual([1, 2, 0]);
    expect([
      table.byUpdate.countBefore(5),
      table.byUpdate.countBefore(5, 2),
      table.byUpdate.countBefore(Infinity),
    ]).toEqual([0, 1, 3]);
  });

  it('begins empty where there is nothing', () => {
    const table = new Table({ createdAt: new Uint32Array(0), updatedAt: new Uint32Array(0) });
    table.put(0, row(9));
    expect([table.size, members(table.byUpdate)]).toEqual([1, [0]]);
    expect(() => table.put(5, row(9))).toThrow(RangeError);
  });
});

describe('RecordStore', () => {
  it('lets the index see changes after the lag, in the order they came', () => {
    const clock = createClock(1_700_000_000_000);
    const store = new RecordStore({ createdAt: Uint32Array.of(1), updatedAt: Uint32Array.of(1) }, clock, 60);
    store.put(0, row(10));
    clock.advance(30);
    store.put(0, row(20));
    expect([store.live.updatedAt(0), store.index().updatedAt(0)]).toEqual([20, 1]);
    clock.advance(31);
    expect(store.index().updatedAt(0)).toBe(10);
    clock.advance(30);
    expect(store.index().updatedAt(0)).toBe(20);
  });

  it('is one table without lag', () => {
    const store = new RecordStore({ createdAt: Uint32Array.of(1), updatedAt: Uint32Array.of(1) }, createClock(0), 0);
    expect(store.index()).toBe(store.live);
  });
});
