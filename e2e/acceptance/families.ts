/** All families of checks, in the order in which they run. */
import type { Family } from './check.ts';
import { attributes } from './checks/attributes.ts';
import { basicReadFamily } from './checks/basic-read.ts';
import { config } from './checks/config.ts';
import { connection } from './checks/connection.ts';
import { discovery } from './checks/discovery.ts';
import { documentation } from './checks/documentation.ts';
import { fullRefresh } from './checks/full-refresh.ts';
import { incremental } from './checks/incremental.ts';
import { spec } from './checks/spec.ts';

export const FAMILIES: readonly Family[] = [
  config,
  spec,
  connection,
  discovery,
  basicReadFamily,
  fullRefresh,
  incremental,
  attributes,
  documentation,
];
