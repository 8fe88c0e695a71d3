import type { Rule } from './rule.ts';
import { affectedVendorWithoutRow } from './rules/affected-vendor-without-row.ts';
import { assignerWithoutCve } from './rules/assigner-without-cve.ts';
import { bareMention } from './rules/bare-mention.ts';
import { changeWithoutRevision } from './rules/change-without-revision.ts';
import { rewrittenHistory } from './rules/rewritten-history.ts';
import { vanishedAdvisory } from './rules/vanished-advisory.ts';
import { collidingCsafNames } from './rules/colliding-csaf-names.ts';
import { collidingImages } from './rules/colliding-images.ts';
import { collidingSlugs } from './rules/colliding-slugs.ts';
import { controlCharacter } from './rules/control-character.ts';
import { creditName } from './rules/credit-name.ts';
import { cveInProseOnly } from './rules/cve-in-prose-only.ts';
import { cveOfNoVulnerability } from './rules/cve-of-no-vulnerability.ts';
import { cveRecordTwice } from './rules/cve-record-twice.ts';
import { cveWithoutEnglish } from './rules/cve-without-english.ts';
import { cweCategory } from './rules/cwe-category.ts';
import { deadInternalLink } from './rules/dead-internal-link.ts';
import { directiveAttribute } from './rules/directive-attribute.ts';
import { duplicateCve } from './rules/duplicate-cve.ts';
import { duplicateId } from './rules/duplicate-id.ts';
import { duplicateSection } from './rules/duplicate-section.ts';
import { duplicateVendorName } from './rules/duplicate-vendor-name.ts';
import { duplicateVendorRow } from './rules/duplicate-vendor-row.ts';
import { earlyWithdrawal } from './rules/early-withdrawal.ts';
import { embargoTold } from './rules/embargo-told.ts';
import { emptyRequiredSection } from './rules/empty-required-section.ts';
import { emptyValue } from './rules/empty-value.ts';
import { factInTranslation } from './rules/fact-in-translation.ts';
import { familyPathReserved } from './rules/family-path-reserved.ts';
import { familyPattern } from './rules/family-pattern.ts';
import { familyTwice } from './rules/family-twice.ts';
import { fileTooLarge } from './rules/file-too-large.ts';
import { firstRevisionDiffers } from './rules/first-revision-differs.ts';
import { fixedVersionInRange } from './rules/fixed-version-in-range.ts';
import { frontMatterClosing } from './rules/front-matter-closing.ts';
import { frontMatterEndsEarly } from './rules/front-matter-ends-early.ts';
import { frontMatterMissing } from './rules/front-matter-missing.ts';
import { frontMatterOpening } from './rules/front-matter-opening.ts';
import { frontMatterTooLarge } from './rules/front-matter-too-large.ts';
import { frontMatterUnclosed } from './rules/front-matter-unclosed.ts';
import { futureDate } from './rules/future-date.ts';
import { headingLevel } from './rules/heading-level.ts';
import { idAndFileDiffer } from './rules/id-and-file-differ.ts';
import { idOfNoFamily } from './rules/id-of-no-family.ts';
import { imageWithoutText } from './rules/image-without-text.ts';
import { judgementAfterPublication } from './rules/judgement-after-publication.ts';
import { judgementWithoutStop } from './rules/judgement-without-stop.ts';
import { justificationWithoutStatus } from './rules/justification-without-status.ts';
import { lateStatus } from './rules/late-status.ts';
import { listWanted } from './rules/list-wanted.ts';
import { mapWanted } from './rules/map-wanted.ts';
import { missingImage } from './rules/missing-image.ts';
import { missingKey } from './rules/missing-key.ts';
import { missingPublicKey } from './rules/missing-public-key.ts';
import { nearlyOwnAssigner } from './rules/nearly-own-assigner.ts';
import { noSuchDay } from './rules/no-such-day.ts';
import { notAFile } from './rules/not-a-file.ts';
import { notUtf8 } from './rules/not-utf8.ts';
import { pageAbove } from './rules/page-above.ts';
import { pageLanguage } from './rules/page-language.ts';
import { pageProgram } from './rules/page-program.ts';
import { pageUnreadable } from './rules/page-unreadable.ts';
import { placeholder } from './rules/placeholder.ts';
import { privateHost } from './rules/private-host.ts';
import { productContradictsStatus } from './rules/product-contradicts-status.ts';
import { proseTooComplex } from './rules/prose-too-complex.ts';
import { proseTooDeep } from './rules/prose-too-deep.ts';
import { rawHtml } from './rules/raw-html.ts';
import { redirectFromExisting } from './rules/redirect-from-existing.ts';
import { redirectLoop } from './rules/redirect-loop.ts';
import { redirectPath } from './rules/redirect-path.ts';
import { redirectToNowhere } from './rules/redirect-to-nowhere.ts';
import { revisionsOutOfOrder } from './rules/revisions-out-of-order.ts';
import { scoreContradictsVector } from './rules/score-contradicts-vector.ts';
import { siteLanguageTwice } from './rules/site-language-twice.ts';
import { siteMissing } from './rules/site-missing.ts';
import { siteTimezone } from './rules/site-timezone.ts';
import { siteUrl } from './rules/site-url.ts';
import { swallowedText } from './rules/swallowed-text.ts';
import { textBeforeSections } from './rules/text-before-sections.ts';
import { textInForeignLanguage } from './rules/text-in-foreign-language.ts';
import { textWanted } from './rules/text-wanted.ts';
import { timelineContradictsPublication } from './rules/timeline-contradicts-publication.ts';
import { timelineOutOfOrder } from './rules/timeline-out-of-order.ts';
import { tlpNotClear } from './rules/tlp-not-clear.ts';
import { tooManyProblems } from './rules/too-many-problems.ts';
import { tooManyReferences } from './rules/too-many-references.ts';
import { translationAhead } from './rules/translation-ahead.ts';
import { translationBehind } from './rules/translation-behind.ts';
import { translationLanguage } from './rules/translation-language.ts';
import { translationWithoutOriginal } from './rules/translation-without-original.ts';
import { unexpectedFile } from './rules/unexpected-file.ts';
import { unknownDirective } from './rules/unknown-directive.ts';
import { unknownKey } from './rules/unknown-key.ts';
import { unknownLanguage } from './rules/unknown-language.ts';
import { unknownRelated } from './rules/unknown-related.ts';
import { unknownSection } from './rules/unknown-section.ts';
import { unknownVendor } from './rules/unknown-vendor.ts';
import { unreachableAdvisory } from './rules/unreachable-advisory.ts';
import { unreachableAnswered } from './rules/unreachable-answered.ts';
import { unreachableComment } from './rules/unreachable-comment.ts';
import { unreachableDue } from './rules/unreachable-due.ts';
import { unreachableFileName } from './rules/unreachable-file-name.ts';
import { unreachableFuture } from './rules/unreachable-future.ts';
import { unreachableIncomplete } from './rules/unreachable-incomplete.ts';
import { unreachableNotRead } from './rules/unreachable-not-read.ts';
import { unreachableNumberTwice } from './rules/unreachable-number-twice.ts';
import { unreachableNumberTells } from './rules/unreachable-number-tells.ts';
import { unreachableOrder } from './rules/unreachable-order.ts';
import { unreachableSkippedStage } from './rules/unreachable-skipped-stage.ts';
import { unreadableRange } from './rules/unreadable-range.ts';
import { unsafeImage } from './rules/unsafe-image.ts';
import { unsafeLink } from './rules/unsafe-link.ts';
import { untranslatedLink } from './rules/untranslated-link.ts';
import { unusedFootnote } from './rules/unused-footnote.ts';
import { unusedImage } from './rules/unused-image.ts';
import { urgentWithoutReason } from './rules/urgent-without-reason.ts';
import { valueTooLong } from './rules/value-too-long.ts';
import { vendorFileName } from './rules/vendor-file-name.ts';
import { withdrawalMismatch } from './rules/withdrawal-mismatch.ts';
import { wordsOfAbsentVendor } from './rules/words-of-absent-vendor.ts';
import { wrongChoice } from './rules/wrong-choice.ts';
import { wrongCvssVector } from './rules/wrong-cvss-vector.ts';
import { wrongValue } from './rules/wrong-value.ts';
import { wrongYearFolder } from './rules/wrong-year-folder.ts';
import { yamlAlias } from './rules/yaml-alias.ts';
import { yamlAnchor } from './rules/yaml-anchor.ts';
import { yamlDirective } from './rules/yaml-directive.ts';
import { yamlDuplicateKey } from './rules/yaml-duplicate-key.ts';
import { yamlForbiddenKey } from './rules/yaml-forbidden-key.ts';
import { yamlKeyNotText } from './rules/yaml-key-not-text.ts';
import { yamlMultipleDocuments } from './rules/yaml-multiple-documents.ts';
import { yamlNotMapping } from './rules/yaml-not-mapping.ts';
import { yamlSyntax } from './rules/yaml-syntax.ts';
import { yamlTag } from './rules/yaml-tag.ts';
import { yamlTooDeep } from './rules/yaml-too-deep.ts';
import { statisticsRules } from './statistics-rules.ts';

/**
 * Every problem that the checks know, by the room in which it stands: SRC bytes and fences, YML YAML, SCH schema,
 * SIT site.yaml, ADV facts of an advisory, FMT what a machine-readable format cannot hold, TRN translations, VND vendors, UNR unreachable developers, TXT prose, REV history, RDR redirects, PAG pages,
 * STA statistics.
 * A code is never given away again, also when its rule is gone.
 */
export const rules: readonly Rule[] = [
  notUtf8,
  fileTooLarge,
  controlCharacter,
  frontMatterMissing,
  frontMatterOpening,
  frontMatterUnclosed,
  frontMatterClosing,
  frontMatterTooLarge,
  frontMatterEndsEarly,
  unexpectedFile,
  notAFile,
  unknownLanguage,
  yamlSyntax,
  yamlNotMapping,
  yamlDuplicateKey,
  yamlKeyNotText,
  yamlForbiddenKey,
  yamlAlias,
  yamlAnchor,
  yamlTag,
  yamlDirective,
  yamlMultipleDocuments,
  yamlTooDeep,
  swallowedText,
  unknownKey,
  missingKey,
  wrongValue,
  wrongChoice,
  textWanted,
  listWanted,
  mapWanted,
  emptyValue,
  valueTooLong,
  noSuchDay,
  siteMissing,
  familyPathReserved,
  familyTwice,
  familyPattern,
  siteTimezone,
  siteLanguageTwice,
  siteUrl,
  idOfNoFamily,
  idAndFileDiffer,
  wrongYearFolder,
  duplicateId,
  collidingSlugs,
  firstRevisionDiffers,
  revisionsOutOfOrder,
  earlyWithdrawal,
  lateStatus,
  unknownVendor,
  cveOfNoVulnerability,
  duplicateCve,
  duplicateVendorRow,
  affectedVendorWithoutRow,
  unreadableRange,
  fixedVersionInRange,
  wrongCvssVector,
  cweCategory,
  tlpNotClear,
  urgentWithoutReason,
  unknownRelated,
  timelineOutOfOrder,
  timelineContradictsPublication,
  productContradictsStatus,
  creditName,
  withdrawalMismatch,
  textInForeignLanguage,
  justificationWithoutStatus,
  futureDate,
  judgementWithoutStop,
  judgementAfterPublication,
  collidingCsafNames,
  cveWithoutEnglish,
  assignerWithoutCve,
  nearlyOwnAssigner,
  cveRecordTwice,
  missingPublicKey,
  translationWithoutOriginal,
  translationBehind,
  translationAhead,
  translationLanguage,
  wordsOfAbsentVendor,
  factInTranslation,
  duplicateVendorName,
  vendorFileName,
  unreachableAnswered,
  unreachableIncomplete,
  unreachableOrder,
  unreachableSkippedStage,
  unreachableFuture,
  unreachableAdvisory,
  unreachableDue,
  unreachableNumberTwice,
  unreachableNotRead,
  unreachableFileName,
  unreachableNumberTells,
  unreachableComment,
  cveInProseOnly,
  scoreContradictsVector,
  placeholder,
  bareMention,
  privateHost,
  deadInternalLink,
  untranslatedLink,
  missingImage,
  unusedImage,
  collidingImages,
  emptyRequiredSection,
  embargoTold,
  rawHtml,
  unsafeLink,
  unsafeImage,
  imageWithoutText,
  unknownDirective,
  directiveAttribute,
  unknownSection,
  duplicateSection,
  textBeforeSections,
  headingLevel,
  unusedFootnote,
  proseTooDeep,
  proseTooComplex,
  tooManyReferences,
  tooManyProblems,
  changeWithoutRevision,
  rewrittenHistory,
  vanishedAdvisory,
  redirectFromExisting,
  redirectLoop,
  redirectToNowhere,
  redirectPath,
  pageLanguage,
  pageUnreadable,
  pageProgram,
  pageAbove,
  ...statisticsRules,
];

const byKind = new Map(rules.flatMap((rule) => (rule.kinds ?? []).map((kind) => [kind, rule] as const)));
const byCode = new Map(rules.map((rule) => [rule.code, rule]));

/** The rule for a kind of problem met while files were read. Throws for a kind that no rule names. */
export function ruleByKind(kind: string): Rule {
  const rule = byKind.get(kind);
  if (rule === undefined) throw new Error(`No rule names the kind of problem "${kind}".`);
  return rule;
}

/** The rule of a code, or `undefined` when no rule bears it. */
export function ruleByCode(code: string): Rule | undefined {
  return byCode.get(code);
}
