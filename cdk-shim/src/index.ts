export { type AirbyteSink, type AirbyteSinkOptions, createAirbyteSink } from './airbyte.ts';
export { airbyteStream, type ConfiguredStream, readCatalog } from './catalog.ts';
export { runCli } from './cli.ts';
export {
  ConfigError,
  endsSync,
  type FailureType,
  failureType,
  IncompleteError,
  SkippedError,
  TransientError,
} from './errors.ts';
export { type ExactNumber, isExactNumber, keyText, parseExact } from './exact-json.ts';
export { linesOf } from './lines.ts';
export { createOutput, type Output, OutputError, type OutputOptions } from './output.ts';
export { type ReadOptions, type ReadSummary, read } from './read.ts';
export { createRedactor, secretsIn } from './secrets.ts';
export type { Source } from './source.ts';
export { readState } from './state.ts';
export * from './stream.ts';
