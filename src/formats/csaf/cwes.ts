import type { RecordVulnerability } from '#formats/record/advisory-record.ts';
import type { Csaf21Vulnerability } from './csaf-2.1.ts';
import { catalogueName } from './weaknesses.ts';

/** The version of the CWE list in which every weakness of our table has its name. */
const CWE_VERSION = '4.17';

/** The weaknesses of one vulnerability in the words of CSAF 2.1 (§3.2.4.3), which takes several; `others` has no place. */
export function toCwes({ weaknesses }: RecordVulnerability): {
  cwes: Csaf21Vulnerability['cwes'];
  others: RecordVulnerability['weaknesses'];
} {
  return {
    cwes: weaknesses.flatMap(({ id }) => {
      const name = catalogueName(id);
      return name === undefined ? [] : [{ id, name, version: CWE_VERSION }];
    }),
    others: weaknesses.filter(({ id }) => catalogueName(id) === undefined),
  };
}
