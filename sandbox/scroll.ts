/** The one scroll over companies that an app may have open (https://developers.intercom.com/docs/references/rest-api/api.intercom.io/companies/scrolloverallcompanies). */
import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';
import { ApiError, notFound } from './errors.ts';

export interface ScrollStep {
  readonly param: string;
  /** First ordinal that was not shown yet. */
  readonly from: number;
  /** Ordinals from here on did not exist when the scroll was opened. */
  readonly end: number;
  /** Stores the end of this page. `undefined` ends the scroll, and its parameter becomes invalid. */
  readonly moveTo: (ordinal: number | undefined) => void;
}

export interface Scroll {
  /**
   * Opens a scroll over ordinals below `size`, or continues the one named by `param`.
   * Throws 400 `scroll_exists` when another is open, 404 `not_found` when `param` names none.
   */
  readonly step: (param: string | undefined, size: number) => ScrollStep;
}

interface Open {
  readonly param: string;
  readonly end: number;
  next: number;
  usedAt: number;
}

/** `expiry`: seconds of idleness after which an open scroll expires. */
export function createScroll(clock: Clock, expiry: number): Scroll {
  let open: Open | undefined;
  const moveTo = (ordinal: number | undefined) => {
    if (ordinal === undefined) open = undefined;
    else if (open) open.next = ordinal;
  };
  return {
    step: (param, size) => {
      const now = clock.now();
      if (open && now - open.usedAt > expiry * 1000) open = undefined;
      if (param === undefined) {
        if (open) throw new ApiError(400, 'scroll_exists', 'scroll already exists for this workspace');
        open = { param: randomUUID(), end: size, next: 0, usedAt: now };
      }
      if (!open || (param !== undefined && open.param !== param)) throw notFound('scroll parameter not found');
      open.usedAt = now;
      return { param: open.param, from: open.next, end: open.end, moveTo };
    },
  };
}
