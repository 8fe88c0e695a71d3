/** Why a vulnerability does not affect a product (CISA, Vulnerability Exploitability eXchange, 2022). */
export const VEX_JUSTIFICATIONS = [
  'component_not_present',
  'vulnerable_code_not_present',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'inline_mitigations_already_exist',
] as const;

type VexJustification = (typeof VEX_JUSTIFICATIONS)[number];

/** Records that were imported may hold any word. */
export function isVexJustification(text: string | undefined): text is VexJustification {
  return VEX_JUSTIFICATIONS.some((each) => each === text);
}
