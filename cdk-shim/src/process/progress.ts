/** Shows on stderr how far a sync is: lines that change on a terminal, and a line now and then in a log. */
import { createLogUpdate } from 'log-update';
import type { Sink, SinkEvent, StreamStatus } from '../engine/sink.ts';
import { type Line, linesOfProgress, sentenceOfProgress } from './progress-lines.ts';

export interface Progress {
  readonly rows: (stream: string) => void;
  readonly event: (stream: string, event: SinkEvent) => void;
  readonly status: (stream: string, status: StreamStatus) => void;
  /** Writes a line that stays. */
  readonly say: (line: string) => void;
  /** Ends the lines that change. */
  readonly stop: () => void;
}

/** How often the lines of a terminal are drawn, and a line of a log is written, in milliseconds. */
const DRAW_MS = 250;
const TELL_MS = 30_000;

type Terminal = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns' | 'rows'>;

export function createProgress(terminal: Terminal): Progress {
  const lines = new Map<string, Line>();
  const began = performance.now();
  const draw = terminal.isTTY ? createLogUpdate(terminal as NodeJS.WriteStream) : undefined;
  const facts = { calls: 0, waitsUntilMs: 0, retry: '' };

  function lineOf(stream: string): Line {
    const known = lines.get(stream) ?? { rows: 0, items: 0, startedAt: performance.now() };
    lines.set(stream, known);
    return known;
  }

  function show(): void {
    const now = performance.now();
    const seconds = (now - began) / 1000;
    if (!draw) terminal.write(`${sentenceOfProgress(lines, { ...facts, seconds })}\n`);
    else
      draw(linesOfProgress(lines, { ...facts, seconds, height: terminal.rows || 24, width: terminal.columns || 80 }));
  }

  const timer = setInterval(show, draw ? DRAW_MS : TELL_MS);
  timer.unref();
  return {
    rows(stream) {
      lineOf(stream).rows += 1;
    },
    status(stream, status) {
      const line = lineOf(stream);
      if (status === 'STARTED') line.startedAt = performance.now();
      if (status === 'COMPLETE' || status === 'INCOMPLETE') line.ended = status;
    },
    event(stream, event) {
      const line = lineOf(stream);
      if (event.type === 'items') line.items += event.count;
      else if (event.type === 'estimate') line.total = (line.total ?? 0) + event.count;
      else if (event.type === 'call') facts.calls += 1;
      else if (event.type === 'wait') facts.waitsUntilMs = event.untilMs;
      else if (event.type === 'retry') facts.retry = `try ${event.attempt + 1}: ${event.reason}`;
    },
    say(line) {
      draw?.clear();
      terminal.write(`${line}\n`);
      if (draw) show();
    },
    stop() {
      clearInterval(timer);
      draw?.clear();
    },
  };
}

/** The same sink, whose rows and events are also shown. */
export function shownIn(progress: Progress, sink: Sink): Sink {
  return {
    ...sink,
    record(stream, row) {
      progress.rows(stream);
      return sink.record(stream, row);
    },
    status(stream, status) {
      progress.status(stream, status);
      sink.status(stream, status);
    },
    event(stream, event) {
      progress.event(stream, event);
      sink.event?.(stream, event);
    },
  };
}
