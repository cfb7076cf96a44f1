/** One fault for each check, by the check's name. */
import { DISCOVERY_FAULTS } from './discovery-faults.ts';
import type { Fault } from './fault.ts';
import { FILE_FAULTS } from './file-faults.ts';
import { READ_FAULTS } from './read-faults.ts';
import { SPEC_FAULTS } from './spec-faults.ts';

export const FAULTS: Readonly<Record<string, Fault>> = {
  ...SPEC_FAULTS,
  ...DISCOVERY_FAULTS,
  ...READ_FAULTS,
  ...FILE_FAULTS,
};
