export { type Program, runCli } from './airbyte/cli.ts';
export { type AirbyteSink, type AirbyteSinkOptions, createAirbyteSink } from './airbyte/sink.ts';
export type { Connector } from './connector.ts';
export * from './contract.ts';
export { type ReadOptions, type ReadSummary, read } from './engine/read.ts';
export type { StreamSummary } from './engine/stats.ts';
export {
  ConfigError,
  endsSync,
  type FailureType,
  failureType,
  IncompleteError,
  SkippedError,
  TransientError,
} from './errors.ts';
export { airbyteStream, type ConfiguredStream, readCatalog } from './input/catalog.ts';
export { type ExactNumber, isExactNumber, keyText, parseExact } from './input/exact-json.ts';
export { linesOf } from './input/lines.ts';
export { createRedactor, secretsIn } from './input/secrets.ts';
export { readState } from './input/state.ts';
export { createOutput, type Output, OutputError, type OutputOptions } from './process/output.ts';
