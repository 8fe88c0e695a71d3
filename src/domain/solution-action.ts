/** What a solution can tell its readers to do, apart from what no closed list holds. */
export type SolutionAction = 'update' | 'workaround' | 'stop';

/** The words of JVN's action heads and their English counterparts; a head may stand for two (“update or stop using”). */
const WORDS: readonly (readonly [SolutionAction, RegExp])[] = [
  [
    'update',
    /アップデート|バージョンアップ|パッチ|修正|更新|新しいバージョン|最新版|\b(?:updat|upgrad|patch|fix)/iu,
  ],
  ['workaround', /ワークアラウンド|回避策|緩和|軽減|\b(?:workaround|mitigat)/iu],
  ['stop', /(?:使用|利用)を(?:停止|中止)|移行|\b(?:stop using|discontinue|migrat|replace)/iu],
];

/** A paragraph that is bold throughout, or a heading inside the section: the head of one action. */
const HEAD = /<p><strong>([^<]+)<\/strong><\/p>|<h[3-6][^>]*>([^<]+)<\/h[3-6]>/gu;

/** The heads of the actions that a section on the solution names, from its markup. */
export function readActionHeads(html: string): string[] {
  return [...html.matchAll(HEAD)].map(([, bold, heading]) => bold ?? heading ?? '');
}

/** What the head of one action (`ワークアラウンドを実施する`) tells readers to do, or nothing that this list knows. */
function solutionActionOf(head: string): SolutionAction | undefined {
  return WORDS.find(([, words]) => words.test(head))?.[0];
}

/** Whether the text of a solution tells readers, somewhere, to stop using the product. */
export function tellsToStop(text: string): boolean {
  return /(?:使用|利用)(?:を|の)(?:停止|中止)|使用しない|利用しない|\b(?:stop(?:ping)? us(?:e|ing)|discontinu|do not use|cease us)/iu.test(
    text,
  );
}

/**
 * What a solution comes down to, by the heads of its actions: an update when one of them is an update; a workaround, or
 * to stop using the product, only when no head says anything else. Without that certainty it is `undefined`.
 */
export function mainActionOf(heads: readonly string[]): SolutionAction | undefined {
  const actions = heads.map(solutionActionOf);
  if (actions.includes('update')) return 'update';
  if (actions.length === 0 || actions.includes(undefined)) return undefined;
  return actions.includes('workaround') ? 'workaround' : 'stop';
}
